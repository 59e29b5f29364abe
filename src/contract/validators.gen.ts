// @ts-nocheck -- plain JavaScript made by ajv
// Generated from crds/ by scripts/gen-contract.mjs. Do not edit.
"use strict";
export const validateClusterSecurityPolicy = validate10;
const schema11 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["stasis.dev/v1alpha1"]},"kind":{"type":"string","enum":["ClusterSecurityPolicy"]},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"deletionTimestamp":{"type":"string"},"finalizers":{"type":"array","items":{"type":"string"}},"generateName":{"type":"string"},"generation":{"type":"integer"},"managedFields":{"type":"array"},"ownerReferences":{"type":"array","items":{"type":"object","required":["apiVersion","kind","name","uid"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"}},"additionalProperties":false}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}},"additionalProperties":false},"spec":{"type":"object","required":["target","rules"],"properties":{"target":{"type":"object","minProperties":1,"properties":{"all":{"type":"boolean","enum":[true]},"containers":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"images":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":512}},"namespaces":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":63}},"namespaceSelector":{"type":"object","minProperties":1,"properties":{"matchLabels":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":63}},"matchExpressions":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","minLength":1,"maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","maxLength":63}}},"additionalProperties":false}}},"additionalProperties":false},"podSelector":{"type":"object","minProperties":1,"properties":{"matchLabels":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":63}},"matchExpressions":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","minLength":1,"maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","maxLength":63}}},"additionalProperties":false}}},"additionalProperties":false},"nodeSelector":{"type":"object","minProperties":1,"properties":{"matchLabels":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":63}},"matchExpressions":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","minLength":1,"maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","maxLength":63}}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false},"mode":{"type":"string","enum":["Audit","Enforce"],"default":"Audit"},"rollout":{"type":"object","required":["nodePercent"],"properties":{"nodePercent":{"type":"integer","minimum":0,"maximum":100}},"additionalProperties":false},"rules":{"type":"array","minItems":1,"maxItems":128,"items":{"type":"object","required":["name","severity","process"],"properties":{"name":{"type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"severity":{"type":"string","enum":["Low","Medium","High","Critical"]},"message":{"type":"string","minLength":1,"maxLength":256},"tags":{"type":"array","maxItems":16,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":64}},"process":{"type":"object","minProperties":1,"properties":{"executable":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"notExecutable":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"origin":{"type":"array","minItems":1,"maxItems":6,"uniqueItems":true,"items":{"type":"string","enum":["Image","Modified","Written","Volume","Memory","Deleted"]}},"ancestors":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"notAncestors":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false},"respond":{"type":"array","minItems":1,"maxItems":3,"default":["Alert"],"uniqueItems":true,"items":{"type":"string","enum":["Alert","Kill","Freeze"]}}},"additionalProperties":false}}},"additionalProperties":false},"status":{"type":"object"}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", "u");
const pattern1 = new RegExp("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(data0 === "stasis.dev/v1alpha1")){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema11.properties.apiVersion.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(data1 === "ClusterSecurityPolicy")){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema11.properties.metadata.properties, key1))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func3(data3) > 253){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func3(data3) < 1){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern0.test(data3)){
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.labels !== undefined){
let data4 = data2.labels;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(typeof data4[key2] !== "string"){
const err15 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data6 = data2.annotations;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
if(typeof data6[key3] !== "string"){
const err17 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data2.creationTimestamp !== undefined){
if(typeof data2.creationTimestamp !== "string"){
const err19 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data9 = data2.deletionGracePeriodSeconds;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err20 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data2.deletionTimestamp !== undefined){
if(typeof data2.deletionTimestamp !== "string"){
const err21 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data2.finalizers !== undefined){
let data11 = data2.finalizers;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(typeof data11[i0] !== "string"){
const err22 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.generateName !== undefined){
if(typeof data2.generateName !== "string"){
const err24 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data2.generation !== undefined){
let data14 = data2.generation;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err25 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data2.managedFields !== undefined){
if(!(Array.isArray(data2.managedFields))){
const err26 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data16 = data2.ownerReferences;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.apiVersion === undefined){
const err27 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data17.kind === undefined){
const err28 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data17.name === undefined){
const err29 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data17.uid === undefined){
const err30 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key4 in data17){
if(!((((key4 === "apiVersion") || (key4 === "kind")) || (key4 === "name")) || (key4 === "uid"))){
const err31 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data17.apiVersion !== undefined){
if(typeof data17.apiVersion !== "string"){
const err32 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/apiVersion",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data17.kind !== undefined){
if(typeof data17.kind !== "string"){
const err33 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/kind",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data17.name !== undefined){
if(typeof data17.name !== "string"){
const err34 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/name",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data17.uid !== undefined){
if(typeof data17.uid !== "string"){
const err35 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/uid",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
if(typeof data2.resourceVersion !== "string"){
const err38 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data2.selfLink !== undefined){
if(typeof data2.selfLink !== "string"){
const err39 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data2.uid !== undefined){
if(typeof data2.uid !== "string"){
const err40 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.spec !== undefined){
let data25 = data.spec;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.target === undefined){
const err42 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data25.rules === undefined){
const err43 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key5 in data25){
if(!((((key5 === "target") || (key5 === "mode")) || (key5 === "rollout")) || (key5 === "rules"))){
const err44 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data25.target !== undefined){
let data26 = data25.target;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length < 1){
const err45 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
for(const key6 in data26){
if(!(((((((key6 === "all") || (key6 === "containers")) || (key6 === "images")) || (key6 === "namespaces")) || (key6 === "namespaceSelector")) || (key6 === "podSelector")) || (key6 === "nodeSelector"))){
const err46 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data26.all !== undefined){
let data27 = data26.all;
if(typeof data27 !== "boolean"){
const err47 = {instancePath:instancePath+"/spec/target/all",schemaPath:"#/properties/spec/properties/target/properties/all/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!(data27 === true)){
const err48 = {instancePath:instancePath+"/spec/target/all",schemaPath:"#/properties/spec/properties/target/properties/all/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.target.properties.all.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data26.containers !== undefined){
let data28 = data26.containers;
if(Array.isArray(data28)){
if(data28.length > 64){
const err49 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data28.length < 1){
const err50 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len2 = data28.length;
for(let i2=0; i2<len2; i2++){
let data29 = data28[i2];
if(typeof data29 === "string"){
if(func3(data29) > 256){
const err51 = {instancePath:instancePath+"/spec/target/containers/" + i2,schemaPath:"#/properties/spec/properties/target/properties/containers/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(func3(data29) < 1){
const err52 = {instancePath:instancePath+"/spec/target/containers/" + i2,schemaPath:"#/properties/spec/properties/target/properties/containers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/spec/target/containers/" + i2,schemaPath:"#/properties/spec/properties/target/properties/containers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
let i3 = data28.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data28[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err54 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err55 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data26.images !== undefined){
let data30 = data26.images;
if(Array.isArray(data30)){
if(data30.length > 64){
const err56 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data30.length < 1){
const err57 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len3 = data30.length;
for(let i4=0; i4<len3; i4++){
let data31 = data30[i4];
if(typeof data31 === "string"){
if(func3(data31) > 512){
const err58 = {instancePath:instancePath+"/spec/target/images/" + i4,schemaPath:"#/properties/spec/properties/target/properties/images/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(func3(data31) < 1){
const err59 = {instancePath:instancePath+"/spec/target/images/" + i4,schemaPath:"#/properties/spec/properties/target/properties/images/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/spec/target/images/" + i4,schemaPath:"#/properties/spec/properties/target/properties/images/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
let i5 = data30.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data30[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err61 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
break;
}
indices1[item1] = i5;
}
}
}
else {
const err62 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data26.namespaces !== undefined){
let data32 = data26.namespaces;
if(Array.isArray(data32)){
if(data32.length > 64){
const err63 = {instancePath:instancePath+"/spec/target/namespaces",schemaPath:"#/properties/spec/properties/target/properties/namespaces/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data32.length < 1){
const err64 = {instancePath:instancePath+"/spec/target/namespaces",schemaPath:"#/properties/spec/properties/target/properties/namespaces/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
const len4 = data32.length;
for(let i6=0; i6<len4; i6++){
let data33 = data32[i6];
if(typeof data33 === "string"){
if(func3(data33) > 63){
const err65 = {instancePath:instancePath+"/spec/target/namespaces/" + i6,schemaPath:"#/properties/spec/properties/target/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(func3(data33) < 1){
const err66 = {instancePath:instancePath+"/spec/target/namespaces/" + i6,schemaPath:"#/properties/spec/properties/target/properties/namespaces/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/spec/target/namespaces/" + i6,schemaPath:"#/properties/spec/properties/target/properties/namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
let i7 = data32.length;
let j2;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data32[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err68 = {instancePath:instancePath+"/spec/target/namespaces",schemaPath:"#/properties/spec/properties/target/properties/namespaces/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
break;
}
indices2[item2] = i7;
}
}
}
else {
const err69 = {instancePath:instancePath+"/spec/target/namespaces",schemaPath:"#/properties/spec/properties/target/properties/namespaces/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data26.namespaceSelector !== undefined){
let data34 = data26.namespaceSelector;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(Object.keys(data34).length < 1){
const err70 = {instancePath:instancePath+"/spec/target/namespaceSelector",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key7 in data34){
if(!((key7 === "matchLabels") || (key7 === "matchExpressions"))){
const err71 = {instancePath:instancePath+"/spec/target/namespaceSelector",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data34.matchLabels !== undefined){
let data35 = data34.matchLabels;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(Object.keys(data35).length > 32){
const err72 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(Object.keys(data35).length < 1){
const err73 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchLabels/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
for(const key8 in data35){
let data36 = data35[key8];
if(typeof data36 === "string"){
if(func3(data36) > 63){
const err74 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchLabels/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchLabels/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data34.matchExpressions !== undefined){
let data37 = data34.matchExpressions;
if(Array.isArray(data37)){
if(data37.length > 32){
const err77 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data37.length < 1){
const err78 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
const len5 = data37.length;
for(let i8=0; i8<len5; i8++){
let data38 = data37[i8];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.key === undefined){
const err79 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8,schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data38.operator === undefined){
const err80 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8,schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
for(const key9 in data38){
if(!(((key9 === "key") || (key9 === "operator")) || (key9 === "values"))){
const err81 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8,schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data38.key !== undefined){
let data39 = data38.key;
if(typeof data39 === "string"){
if(func3(data39) > 317){
const err82 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/key",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(func3(data39) < 1){
const err83 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/key",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/key",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data38.operator !== undefined){
let data40 = data38.operator;
if(typeof data40 !== "string"){
const err85 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/operator",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!((((data40 === "In") || (data40 === "NotIn")) || (data40 === "Exists")) || (data40 === "DoesNotExist"))){
const err86 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/operator",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.target.properties.namespaceSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data38.values !== undefined){
let data41 = data38.values;
if(Array.isArray(data41)){
if(data41.length > 64){
const err87 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/values",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data41.length < 1){
const err88 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/values",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
const len6 = data41.length;
for(let i9=0; i9<len6; i9++){
let data42 = data41[i9];
if(typeof data42 === "string"){
if(func3(data42) > 63){
const err89 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/values/" + i9,schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/values/" + i9,schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
let i10 = data41.length;
let j3;
if(i10 > 1){
const indices3 = {};
for(;i10--;){
let item3 = data41[i10];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err91 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/values",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/values/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i10+" are identical)"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
break;
}
indices3[item3] = i10;
}
}
}
else {
const err92 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8+"/values",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions/" + i8,schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/spec/target/namespaceSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/spec/target/namespaceSelector",schemaPath:"#/properties/spec/properties/target/properties/namespaceSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data26.podSelector !== undefined){
let data43 = data26.podSelector;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(Object.keys(data43).length < 1){
const err96 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
for(const key10 in data43){
if(!((key10 === "matchLabels") || (key10 === "matchExpressions"))){
const err97 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data43.matchLabels !== undefined){
let data44 = data43.matchLabels;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length > 32){
const err98 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(Object.keys(data44).length < 1){
const err99 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
for(const key11 in data44){
let data45 = data44[key11];
if(typeof data45 === "string"){
if(func3(data45) > 63){
const err100 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
else {
const err102 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data43.matchExpressions !== undefined){
let data46 = data43.matchExpressions;
if(Array.isArray(data46)){
if(data46.length > 32){
const err103 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data46.length < 1){
const err104 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
const len7 = data46.length;
for(let i11=0; i11<len7; i11++){
let data47 = data46[i11];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.key === undefined){
const err105 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data47.operator === undefined){
const err106 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
for(const key12 in data47){
if(!(((key12 === "key") || (key12 === "operator")) || (key12 === "values"))){
const err107 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data47.key !== undefined){
let data48 = data47.key;
if(typeof data48 === "string"){
if(func3(data48) > 317){
const err108 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(func3(data48) < 1){
const err109 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data47.operator !== undefined){
let data49 = data47.operator;
if(typeof data49 !== "string"){
const err111 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/operator",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(!((((data49 === "In") || (data49 === "NotIn")) || (data49 === "Exists")) || (data49 === "DoesNotExist"))){
const err112 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/operator",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.target.properties.podSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data47.values !== undefined){
let data50 = data47.values;
if(Array.isArray(data50)){
if(data50.length > 64){
const err113 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data50.length < 1){
const err114 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
const len8 = data50.length;
for(let i12=0; i12<len8; i12++){
let data51 = data50[i12];
if(typeof data51 === "string"){
if(func3(data51) > 63){
const err115 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/values/" + i12,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/values/" + i12,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
let i13 = data50.length;
let j4;
if(i13 > 1){
const indices4 = {};
for(;i13--;){
let item4 = data50[i13];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err117 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i13+" are identical)"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
break;
}
indices4[item4] = i13;
}
}
}
else {
const err118 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i11,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data26.nodeSelector !== undefined){
let data52 = data26.nodeSelector;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(Object.keys(data52).length < 1){
const err122 = {instancePath:instancePath+"/spec/target/nodeSelector",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
for(const key13 in data52){
if(!((key13 === "matchLabels") || (key13 === "matchExpressions"))){
const err123 = {instancePath:instancePath+"/spec/target/nodeSelector",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data52.matchLabels !== undefined){
let data53 = data52.matchLabels;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(Object.keys(data53).length > 32){
const err124 = {instancePath:instancePath+"/spec/target/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(Object.keys(data53).length < 1){
const err125 = {instancePath:instancePath+"/spec/target/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchLabels/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
for(const key14 in data53){
let data54 = data53[key14];
if(typeof data54 === "string"){
if(func3(data54) > 63){
const err126 = {instancePath:instancePath+"/spec/target/nodeSelector/matchLabels/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/spec/target/nodeSelector/matchLabels/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/spec/target/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data52.matchExpressions !== undefined){
let data55 = data52.matchExpressions;
if(Array.isArray(data55)){
if(data55.length > 32){
const err129 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data55.length < 1){
const err130 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
const len9 = data55.length;
for(let i14=0; i14<len9; i14++){
let data56 = data55[i14];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.key === undefined){
const err131 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14,schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data56.operator === undefined){
const err132 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14,schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
for(const key15 in data56){
if(!(((key15 === "key") || (key15 === "operator")) || (key15 === "values"))){
const err133 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14,schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data56.key !== undefined){
let data57 = data56.key;
if(typeof data57 === "string"){
if(func3(data57) > 317){
const err134 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/key",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(func3(data57) < 1){
const err135 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/key",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
else {
const err136 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/key",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data56.operator !== undefined){
let data58 = data56.operator;
if(typeof data58 !== "string"){
const err137 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/operator",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(!((((data58 === "In") || (data58 === "NotIn")) || (data58 === "Exists")) || (data58 === "DoesNotExist"))){
const err138 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/operator",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.target.properties.nodeSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data56.values !== undefined){
let data59 = data56.values;
if(Array.isArray(data59)){
if(data59.length > 64){
const err139 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/values",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data59.length < 1){
const err140 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/values",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
const len10 = data59.length;
for(let i15=0; i15<len10; i15++){
let data60 = data59[i15];
if(typeof data60 === "string"){
if(func3(data60) > 63){
const err141 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/values/" + i15,schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/values/" + i15,schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
let i16 = data59.length;
let j5;
if(i16 > 1){
const indices5 = {};
for(;i16--;){
let item5 = data59[i16];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err143 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/values",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/values/uniqueItems",keyword:"uniqueItems",params:{i: i16, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i16+" are identical)"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
break;
}
indices5[item5] = i16;
}
}
}
else {
const err144 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14+"/values",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions/" + i14,schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
else {
const err146 = {instancePath:instancePath+"/spec/target/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
else {
const err147 = {instancePath:instancePath+"/spec/target/nodeSelector",schemaPath:"#/properties/spec/properties/target/properties/nodeSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
else {
const err148 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data25.mode !== undefined){
let data61 = data25.mode;
if(typeof data61 !== "string"){
const err149 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(!((data61 === "Audit") || (data61 === "Enforce"))){
const err150 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data25.rollout !== undefined){
let data62 = data25.rollout;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.nodePercent === undefined){
const err151 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/required",keyword:"required",params:{missingProperty: "nodePercent"},message:"must have required property '"+"nodePercent"+"'"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
for(const key16 in data62){
if(!(key16 === "nodePercent")){
const err152 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data62.nodePercent !== undefined){
let data63 = data62.nodePercent;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err153 = {instancePath:instancePath+"/spec/rollout/nodePercent",schemaPath:"#/properties/spec/properties/rollout/properties/nodePercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 100 || isNaN(data63)){
const err154 = {instancePath:instancePath+"/spec/rollout/nodePercent",schemaPath:"#/properties/spec/properties/rollout/properties/nodePercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data63 < 0 || isNaN(data63)){
const err155 = {instancePath:instancePath+"/spec/rollout/nodePercent",schemaPath:"#/properties/spec/properties/rollout/properties/nodePercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
}
else {
const err156 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data25.rules !== undefined){
let data64 = data25.rules;
if(Array.isArray(data64)){
if(data64.length > 128){
const err157 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data64.length < 1){
const err158 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
const len11 = data64.length;
for(let i17=0; i17<len11; i17++){
let data65 = data64[i17];
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.name === undefined){
const err159 = {instancePath:instancePath+"/spec/rules/" + i17,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data65.severity === undefined){
const err160 = {instancePath:instancePath+"/spec/rules/" + i17,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data65.process === undefined){
const err161 = {instancePath:instancePath+"/spec/rules/" + i17,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "process"},message:"must have required property '"+"process"+"'"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
for(const key17 in data65){
if(!((((((key17 === "name") || (key17 === "severity")) || (key17 === "message")) || (key17 === "tags")) || (key17 === "process")) || (key17 === "respond"))){
const err162 = {instancePath:instancePath+"/spec/rules/" + i17,schemaPath:"#/properties/spec/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data65.name !== undefined){
let data66 = data65.name;
if(typeof data66 === "string"){
if(func3(data66) > 63){
const err163 = {instancePath:instancePath+"/spec/rules/" + i17+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(func3(data66) < 1){
const err164 = {instancePath:instancePath+"/spec/rules/" + i17+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(!pattern1.test(data66)){
const err165 = {instancePath:instancePath+"/spec/rules/" + i17+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/spec/rules/" + i17+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data65.severity !== undefined){
let data67 = data65.severity;
if(typeof data67 !== "string"){
const err167 = {instancePath:instancePath+"/spec/rules/" + i17+"/severity",schemaPath:"#/properties/spec/properties/rules/items/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(!((((data67 === "Low") || (data67 === "Medium")) || (data67 === "High")) || (data67 === "Critical"))){
const err168 = {instancePath:instancePath+"/spec/rules/" + i17+"/severity",schemaPath:"#/properties/spec/properties/rules/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data65.message !== undefined){
let data68 = data65.message;
if(typeof data68 === "string"){
if(func3(data68) > 256){
const err169 = {instancePath:instancePath+"/spec/rules/" + i17+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(func3(data68) < 1){
const err170 = {instancePath:instancePath+"/spec/rules/" + i17+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
else {
const err171 = {instancePath:instancePath+"/spec/rules/" + i17+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data65.tags !== undefined){
let data69 = data65.tags;
if(Array.isArray(data69)){
if(data69.length > 16){
const err172 = {instancePath:instancePath+"/spec/rules/" + i17+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
const len12 = data69.length;
for(let i18=0; i18<len12; i18++){
let data70 = data69[i18];
if(typeof data70 === "string"){
if(func3(data70) > 64){
const err173 = {instancePath:instancePath+"/spec/rules/" + i17+"/tags/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(func3(data70) < 1){
const err174 = {instancePath:instancePath+"/spec/rules/" + i17+"/tags/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/spec/rules/" + i17+"/tags/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
let i19 = data69.length;
let j6;
if(i19 > 1){
const indices6 = {};
for(;i19--;){
let item6 = data69[i19];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err176 = {instancePath:instancePath+"/spec/rules/" + i17+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i19+" are identical)"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
break;
}
indices6[item6] = i19;
}
}
}
else {
const err177 = {instancePath:instancePath+"/spec/rules/" + i17+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data65.process !== undefined){
let data71 = data65.process;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if(Object.keys(data71).length < 1){
const err178 = {instancePath:instancePath+"/spec/rules/" + i17+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
for(const key18 in data71){
if(!(((((key18 === "executable") || (key18 === "notExecutable")) || (key18 === "origin")) || (key18 === "ancestors")) || (key18 === "notAncestors"))){
const err179 = {instancePath:instancePath+"/spec/rules/" + i17+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data71.executable !== undefined){
let data72 = data71.executable;
if(Array.isArray(data72)){
if(data72.length > 64){
const err180 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(data72.length < 1){
const err181 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
const len13 = data72.length;
for(let i20=0; i20<len13; i20++){
let data73 = data72[i20];
if(typeof data73 === "string"){
if(func3(data73) > 256){
const err182 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/executable/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(func3(data73) < 1){
const err183 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/executable/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
else {
const err184 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/executable/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
let i21 = data72.length;
let j7;
if(i21 > 1){
const indices7 = {};
for(;i21--;){
let item7 = data72[i21];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err185 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i21+" are identical)"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
break;
}
indices7[item7] = i21;
}
}
}
else {
const err186 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data71.notExecutable !== undefined){
let data74 = data71.notExecutable;
if(Array.isArray(data74)){
if(data74.length > 64){
const err187 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data74.length < 1){
const err188 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
const len14 = data74.length;
for(let i22=0; i22<len14; i22++){
let data75 = data74[i22];
if(typeof data75 === "string"){
if(func3(data75) > 256){
const err189 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notExecutable/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(func3(data75) < 1){
const err190 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notExecutable/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notExecutable/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
let i23 = data74.length;
let j8;
if(i23 > 1){
const indices8 = {};
for(;i23--;){
let item8 = data74[i23];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err192 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i23+" are identical)"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
break;
}
indices8[item8] = i23;
}
}
}
else {
const err193 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data71.origin !== undefined){
let data76 = data71.origin;
if(Array.isArray(data76)){
if(data76.length > 6){
const err194 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/maxItems",keyword:"maxItems",params:{limit: 6},message:"must NOT have more than 6 items"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(data76.length < 1){
const err195 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
const len15 = data76.length;
for(let i24=0; i24<len15; i24++){
let data77 = data76[i24];
if(typeof data77 !== "string"){
const err196 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/origin/" + i24,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(!((((((data77 === "Image") || (data77 === "Modified")) || (data77 === "Written")) || (data77 === "Volume")) || (data77 === "Memory")) || (data77 === "Deleted"))){
const err197 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/origin/" + i24,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.process.properties.origin.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
let i25 = data76.length;
let j9;
if(i25 > 1){
const indices9 = {};
for(;i25--;){
let item9 = data76[i25];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err198 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/uniqueItems",keyword:"uniqueItems",params:{i: i25, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i25+" are identical)"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
break;
}
indices9[item9] = i25;
}
}
}
else {
const err199 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data71.ancestors !== undefined){
let data78 = data71.ancestors;
if(Array.isArray(data78)){
if(data78.length > 64){
const err200 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data78.length < 1){
const err201 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
const len16 = data78.length;
for(let i26=0; i26<len16; i26++){
let data79 = data78[i26];
if(typeof data79 === "string"){
if(func3(data79) > 256){
const err202 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/ancestors/" + i26,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(func3(data79) < 1){
const err203 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/ancestors/" + i26,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/ancestors/" + i26,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
let i27 = data78.length;
let j10;
if(i27 > 1){
const indices10 = {};
for(;i27--;){
let item10 = data78[i27];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
const err205 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/uniqueItems",keyword:"uniqueItems",params:{i: i27, j: j10},message:"must NOT have duplicate items (items ## "+j10+" and "+i27+" are identical)"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
break;
}
indices10[item10] = i27;
}
}
}
else {
const err206 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data71.notAncestors !== undefined){
let data80 = data71.notAncestors;
if(Array.isArray(data80)){
if(data80.length > 64){
const err207 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(data80.length < 1){
const err208 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
const len17 = data80.length;
for(let i28=0; i28<len17; i28++){
let data81 = data80[i28];
if(typeof data81 === "string"){
if(func3(data81) > 256){
const err209 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notAncestors/" + i28,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(func3(data81) < 1){
const err210 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notAncestors/" + i28,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notAncestors/" + i28,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
let i29 = data80.length;
let j11;
if(i29 > 1){
const indices11 = {};
for(;i29--;){
let item11 = data80[i29];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j11 = indices11[item11];
const err212 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j11},message:"must NOT have duplicate items (items ## "+j11+" and "+i29+" are identical)"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
break;
}
indices11[item11] = i29;
}
}
}
else {
const err213 = {instancePath:instancePath+"/spec/rules/" + i17+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
}
else {
const err214 = {instancePath:instancePath+"/spec/rules/" + i17+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data65.respond !== undefined){
let data82 = data65.respond;
if(Array.isArray(data82)){
if(data82.length > 3){
const err215 = {instancePath:instancePath+"/spec/rules/" + i17+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(data82.length < 1){
const err216 = {instancePath:instancePath+"/spec/rules/" + i17+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
const len18 = data82.length;
for(let i30=0; i30<len18; i30++){
let data83 = data82[i30];
if(typeof data83 !== "string"){
const err217 = {instancePath:instancePath+"/spec/rules/" + i17+"/respond/" + i30,schemaPath:"#/properties/spec/properties/rules/items/properties/respond/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(!(((data83 === "Alert") || (data83 === "Kill")) || (data83 === "Freeze"))){
const err218 = {instancePath:instancePath+"/spec/rules/" + i17+"/respond/" + i30,schemaPath:"#/properties/spec/properties/rules/items/properties/respond/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.respond.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
let i31 = data82.length;
let j12;
if(i31 > 1){
const indices12 = {};
for(;i31--;){
let item12 = data82[i31];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j12 = indices12[item12];
const err219 = {instancePath:instancePath+"/spec/rules/" + i17+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/uniqueItems",keyword:"uniqueItems",params:{i: i31, j: j12},message:"must NOT have duplicate items (items ## "+j12+" and "+i31+" are identical)"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
break;
}
indices12[item12] = i31;
}
}
}
else {
const err220 = {instancePath:instancePath+"/spec/rules/" + i17+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
}
else {
const err221 = {instancePath:instancePath+"/spec/rules/" + i17,schemaPath:"#/properties/spec/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
else {
const err222 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
}
else {
const err223 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data.status !== undefined){
let data84 = data.status;
if(!(data84 && typeof data84 == "object" && !Array.isArray(data84))){
const err224 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
}
else {
const err225 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const validateSecurityPolicy = validate11;
const schema12 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["stasis.dev/v1alpha1"]},"kind":{"type":"string","enum":["SecurityPolicy"]},"metadata":{"type":"object","required":["name","namespace"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},"namespace":{"type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"deletionTimestamp":{"type":"string"},"finalizers":{"type":"array","items":{"type":"string"}},"generateName":{"type":"string"},"generation":{"type":"integer"},"managedFields":{"type":"array"},"ownerReferences":{"type":"array","items":{"type":"object","required":["apiVersion","kind","name","uid"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"}},"additionalProperties":false}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}},"additionalProperties":false},"spec":{"type":"object","required":["target","rules"],"properties":{"target":{"type":"object","minProperties":1,"properties":{"all":{"type":"boolean","enum":[true]},"containers":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"images":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":512}},"podSelector":{"type":"object","minProperties":1,"properties":{"matchLabels":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":63}},"matchExpressions":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","minLength":1,"maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","maxLength":63}}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false},"mode":{"type":"string","enum":["Audit","Enforce"],"default":"Audit"},"rollout":{"type":"object","required":["nodePercent"],"properties":{"nodePercent":{"type":"integer","minimum":0,"maximum":100}},"additionalProperties":false},"rules":{"type":"array","minItems":1,"maxItems":128,"items":{"type":"object","required":["name","severity","process"],"properties":{"name":{"type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"severity":{"type":"string","enum":["Low","Medium","High","Critical"]},"message":{"type":"string","minLength":1,"maxLength":256},"tags":{"type":"array","maxItems":16,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":64}},"process":{"type":"object","minProperties":1,"properties":{"executable":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"notExecutable":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"origin":{"type":"array","minItems":1,"maxItems":6,"uniqueItems":true,"items":{"type":"string","enum":["Image","Modified","Written","Volume","Memory","Deleted"]}},"ancestors":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"notAncestors":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false},"respond":{"type":"array","minItems":1,"maxItems":3,"default":["Alert"],"uniqueItems":true,"items":{"type":"string","enum":["Alert","Kill","Freeze"]}}},"additionalProperties":false}}},"additionalProperties":false},"status":{"type":"object"}},"additionalProperties":false};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(data0 === "stasis.dev/v1alpha1")){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema12.properties.apiVersion.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(data1 === "SecurityPolicy")){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema12.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.namespace === undefined){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema12.properties.metadata.properties, key1))){
const err11 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func3(data3) > 253){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func3(data3) < 1){
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern0.test(data3)){
const err14 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data2.namespace !== undefined){
let data4 = data2.namespace;
if(typeof data4 === "string"){
if(func3(data4) > 63){
const err16 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(func3(data4) < 1){
const err17 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern1.test(data4)){
const err18 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.labels !== undefined){
let data5 = data2.labels;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(typeof data5[key2] !== "string"){
const err20 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data7 = data2.annotations;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
if(typeof data7[key3] !== "string"){
const err22 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.creationTimestamp !== undefined){
if(typeof data2.creationTimestamp !== "string"){
const err24 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data10 = data2.deletionGracePeriodSeconds;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err25 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data2.deletionTimestamp !== undefined){
if(typeof data2.deletionTimestamp !== "string"){
const err26 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data2.finalizers !== undefined){
let data12 = data2.finalizers;
if(Array.isArray(data12)){
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
if(typeof data12[i0] !== "string"){
const err27 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data2.generateName !== undefined){
if(typeof data2.generateName !== "string"){
const err29 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data2.generation !== undefined){
let data15 = data2.generation;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err30 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data2.managedFields !== undefined){
if(!(Array.isArray(data2.managedFields))){
const err31 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data17 = data2.ownerReferences;
if(Array.isArray(data17)){
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.apiVersion === undefined){
const err32 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data18.kind === undefined){
const err33 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data18.name === undefined){
const err34 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data18.uid === undefined){
const err35 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key4 in data18){
if(!((((key4 === "apiVersion") || (key4 === "kind")) || (key4 === "name")) || (key4 === "uid"))){
const err36 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data18.apiVersion !== undefined){
if(typeof data18.apiVersion !== "string"){
const err37 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/apiVersion",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data18.kind !== undefined){
if(typeof data18.kind !== "string"){
const err38 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/kind",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data18.name !== undefined){
if(typeof data18.name !== "string"){
const err39 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/name",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data18.uid !== undefined){
if(typeof data18.uid !== "string"){
const err40 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/uid",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
if(typeof data2.resourceVersion !== "string"){
const err43 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data2.selfLink !== undefined){
if(typeof data2.selfLink !== "string"){
const err44 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data2.uid !== undefined){
if(typeof data2.uid !== "string"){
const err45 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.spec !== undefined){
let data26 = data.spec;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.target === undefined){
const err47 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data26.rules === undefined){
const err48 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key5 in data26){
if(!((((key5 === "target") || (key5 === "mode")) || (key5 === "rollout")) || (key5 === "rules"))){
const err49 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data26.target !== undefined){
let data27 = data26.target;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(Object.keys(data27).length < 1){
const err50 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key6 in data27){
if(!((((key6 === "all") || (key6 === "containers")) || (key6 === "images")) || (key6 === "podSelector"))){
const err51 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data27.all !== undefined){
let data28 = data27.all;
if(typeof data28 !== "boolean"){
const err52 = {instancePath:instancePath+"/spec/target/all",schemaPath:"#/properties/spec/properties/target/properties/all/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(!(data28 === true)){
const err53 = {instancePath:instancePath+"/spec/target/all",schemaPath:"#/properties/spec/properties/target/properties/all/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.target.properties.all.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data27.containers !== undefined){
let data29 = data27.containers;
if(Array.isArray(data29)){
if(data29.length > 64){
const err54 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data29.length < 1){
const err55 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
const len2 = data29.length;
for(let i2=0; i2<len2; i2++){
let data30 = data29[i2];
if(typeof data30 === "string"){
if(func3(data30) > 256){
const err56 = {instancePath:instancePath+"/spec/target/containers/" + i2,schemaPath:"#/properties/spec/properties/target/properties/containers/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(func3(data30) < 1){
const err57 = {instancePath:instancePath+"/spec/target/containers/" + i2,schemaPath:"#/properties/spec/properties/target/properties/containers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/spec/target/containers/" + i2,schemaPath:"#/properties/spec/properties/target/properties/containers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
let i3 = data29.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data29[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err59 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err60 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data27.images !== undefined){
let data31 = data27.images;
if(Array.isArray(data31)){
if(data31.length > 64){
const err61 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data31.length < 1){
const err62 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
const len3 = data31.length;
for(let i4=0; i4<len3; i4++){
let data32 = data31[i4];
if(typeof data32 === "string"){
if(func3(data32) > 512){
const err63 = {instancePath:instancePath+"/spec/target/images/" + i4,schemaPath:"#/properties/spec/properties/target/properties/images/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(func3(data32) < 1){
const err64 = {instancePath:instancePath+"/spec/target/images/" + i4,schemaPath:"#/properties/spec/properties/target/properties/images/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/spec/target/images/" + i4,schemaPath:"#/properties/spec/properties/target/properties/images/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
let i5 = data31.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data31[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err66 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
break;
}
indices1[item1] = i5;
}
}
}
else {
const err67 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data27.podSelector !== undefined){
let data33 = data27.podSelector;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(Object.keys(data33).length < 1){
const err68 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
for(const key7 in data33){
if(!((key7 === "matchLabels") || (key7 === "matchExpressions"))){
const err69 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data33.matchLabels !== undefined){
let data34 = data33.matchLabels;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(Object.keys(data34).length > 32){
const err70 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(Object.keys(data34).length < 1){
const err71 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
for(const key8 in data34){
let data35 = data34[key8];
if(typeof data35 === "string"){
if(func3(data35) > 63){
const err72 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data33.matchExpressions !== undefined){
let data36 = data33.matchExpressions;
if(Array.isArray(data36)){
if(data36.length > 32){
const err75 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data36.length < 1){
const err76 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
const len4 = data36.length;
for(let i6=0; i6<len4; i6++){
let data37 = data36[i6];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.key === undefined){
const err77 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data37.operator === undefined){
const err78 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
for(const key9 in data37){
if(!(((key9 === "key") || (key9 === "operator")) || (key9 === "values"))){
const err79 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data37.key !== undefined){
let data38 = data37.key;
if(typeof data38 === "string"){
if(func3(data38) > 317){
const err80 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(func3(data38) < 1){
const err81 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data37.operator !== undefined){
let data39 = data37.operator;
if(typeof data39 !== "string"){
const err83 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/operator",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(!((((data39 === "In") || (data39 === "NotIn")) || (data39 === "Exists")) || (data39 === "DoesNotExist"))){
const err84 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/operator",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.target.properties.podSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data37.values !== undefined){
let data40 = data37.values;
if(Array.isArray(data40)){
if(data40.length > 64){
const err85 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(data40.length < 1){
const err86 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
const len5 = data40.length;
for(let i7=0; i7<len5; i7++){
let data41 = data40[i7];
if(typeof data41 === "string"){
if(func3(data41) > 63){
const err87 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values/" + i7,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values/" + i7,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
let i8 = data40.length;
let j2;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data40[i8];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err89 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i8+" are identical)"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
const err90 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data26.mode !== undefined){
let data42 = data26.mode;
if(typeof data42 !== "string"){
const err95 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!((data42 === "Audit") || (data42 === "Enforce"))){
const err96 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data26.rollout !== undefined){
let data43 = data26.rollout;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.nodePercent === undefined){
const err97 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/required",keyword:"required",params:{missingProperty: "nodePercent"},message:"must have required property '"+"nodePercent"+"'"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
for(const key10 in data43){
if(!(key10 === "nodePercent")){
const err98 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data43.nodePercent !== undefined){
let data44 = data43.nodePercent;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err99 = {instancePath:instancePath+"/spec/rollout/nodePercent",schemaPath:"#/properties/spec/properties/rollout/properties/nodePercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 100 || isNaN(data44)){
const err100 = {instancePath:instancePath+"/spec/rollout/nodePercent",schemaPath:"#/properties/spec/properties/rollout/properties/nodePercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data44 < 0 || isNaN(data44)){
const err101 = {instancePath:instancePath+"/spec/rollout/nodePercent",schemaPath:"#/properties/spec/properties/rollout/properties/nodePercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
}
else {
const err102 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data26.rules !== undefined){
let data45 = data26.rules;
if(Array.isArray(data45)){
if(data45.length > 128){
const err103 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data45.length < 1){
const err104 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
const len6 = data45.length;
for(let i9=0; i9<len6; i9++){
let data46 = data45[i9];
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.name === undefined){
const err105 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data46.severity === undefined){
const err106 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(data46.process === undefined){
const err107 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "process"},message:"must have required property '"+"process"+"'"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
for(const key11 in data46){
if(!((((((key11 === "name") || (key11 === "severity")) || (key11 === "message")) || (key11 === "tags")) || (key11 === "process")) || (key11 === "respond"))){
const err108 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data46.name !== undefined){
let data47 = data46.name;
if(typeof data47 === "string"){
if(func3(data47) > 63){
const err109 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(func3(data47) < 1){
const err110 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!pattern1.test(data47)){
const err111 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data46.severity !== undefined){
let data48 = data46.severity;
if(typeof data48 !== "string"){
const err113 = {instancePath:instancePath+"/spec/rules/" + i9+"/severity",schemaPath:"#/properties/spec/properties/rules/items/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(!((((data48 === "Low") || (data48 === "Medium")) || (data48 === "High")) || (data48 === "Critical"))){
const err114 = {instancePath:instancePath+"/spec/rules/" + i9+"/severity",schemaPath:"#/properties/spec/properties/rules/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.rules.items.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data46.message !== undefined){
let data49 = data46.message;
if(typeof data49 === "string"){
if(func3(data49) > 256){
const err115 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(func3(data49) < 1){
const err116 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data46.tags !== undefined){
let data50 = data46.tags;
if(Array.isArray(data50)){
if(data50.length > 16){
const err118 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
const len7 = data50.length;
for(let i10=0; i10<len7; i10++){
let data51 = data50[i10];
if(typeof data51 === "string"){
if(func3(data51) > 64){
const err119 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(func3(data51) < 1){
const err120 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
let i11 = data50.length;
let j3;
if(i11 > 1){
const indices3 = {};
for(;i11--;){
let item3 = data50[i11];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err122 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i11+" are identical)"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
break;
}
indices3[item3] = i11;
}
}
}
else {
const err123 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data46.process !== undefined){
let data52 = data46.process;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(Object.keys(data52).length < 1){
const err124 = {instancePath:instancePath+"/spec/rules/" + i9+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
for(const key12 in data52){
if(!(((((key12 === "executable") || (key12 === "notExecutable")) || (key12 === "origin")) || (key12 === "ancestors")) || (key12 === "notAncestors"))){
const err125 = {instancePath:instancePath+"/spec/rules/" + i9+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data52.executable !== undefined){
let data53 = data52.executable;
if(Array.isArray(data53)){
if(data53.length > 64){
const err126 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data53.length < 1){
const err127 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
const len8 = data53.length;
for(let i12=0; i12<len8; i12++){
let data54 = data53[i12];
if(typeof data54 === "string"){
if(func3(data54) > 256){
const err128 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(func3(data54) < 1){
const err129 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
let i13 = data53.length;
let j4;
if(i13 > 1){
const indices4 = {};
for(;i13--;){
let item4 = data53[i13];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err131 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i13+" are identical)"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
break;
}
indices4[item4] = i13;
}
}
}
else {
const err132 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data52.notExecutable !== undefined){
let data55 = data52.notExecutable;
if(Array.isArray(data55)){
if(data55.length > 64){
const err133 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data55.length < 1){
const err134 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
const len9 = data55.length;
for(let i14=0; i14<len9; i14++){
let data56 = data55[i14];
if(typeof data56 === "string"){
if(func3(data56) > 256){
const err135 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(func3(data56) < 1){
const err136 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
let i15 = data55.length;
let j5;
if(i15 > 1){
const indices5 = {};
for(;i15--;){
let item5 = data55[i15];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err138 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i15+" are identical)"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
break;
}
indices5[item5] = i15;
}
}
}
else {
const err139 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data52.origin !== undefined){
let data57 = data52.origin;
if(Array.isArray(data57)){
if(data57.length > 6){
const err140 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/maxItems",keyword:"maxItems",params:{limit: 6},message:"must NOT have more than 6 items"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data57.length < 1){
const err141 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
const len10 = data57.length;
for(let i16=0; i16<len10; i16++){
let data58 = data57[i16];
if(typeof data58 !== "string"){
const err142 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(!((((((data58 === "Image") || (data58 === "Modified")) || (data58 === "Written")) || (data58 === "Volume")) || (data58 === "Memory")) || (data58 === "Deleted"))){
const err143 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.rules.items.properties.process.properties.origin.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
let i17 = data57.length;
let j6;
if(i17 > 1){
const indices6 = {};
for(;i17--;){
let item6 = data57[i17];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err144 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i17+" are identical)"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
break;
}
indices6[item6] = i17;
}
}
}
else {
const err145 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data52.ancestors !== undefined){
let data59 = data52.ancestors;
if(Array.isArray(data59)){
if(data59.length > 64){
const err146 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data59.length < 1){
const err147 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
const len11 = data59.length;
for(let i18=0; i18<len11; i18++){
let data60 = data59[i18];
if(typeof data60 === "string"){
if(func3(data60) > 256){
const err148 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(func3(data60) < 1){
const err149 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
else {
const err150 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
let i19 = data59.length;
let j7;
if(i19 > 1){
const indices7 = {};
for(;i19--;){
let item7 = data59[i19];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err151 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i19+" are identical)"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
break;
}
indices7[item7] = i19;
}
}
}
else {
const err152 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data52.notAncestors !== undefined){
let data61 = data52.notAncestors;
if(Array.isArray(data61)){
if(data61.length > 64){
const err153 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data61.length < 1){
const err154 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
const len12 = data61.length;
for(let i20=0; i20<len12; i20++){
let data62 = data61[i20];
if(typeof data62 === "string"){
if(func3(data62) > 256){
const err155 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(func3(data62) < 1){
const err156 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
let i21 = data61.length;
let j8;
if(i21 > 1){
const indices8 = {};
for(;i21--;){
let item8 = data61[i21];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err158 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i21+" are identical)"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
break;
}
indices8[item8] = i21;
}
}
}
else {
const err159 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
else {
const err160 = {instancePath:instancePath+"/spec/rules/" + i9+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data46.respond !== undefined){
let data63 = data46.respond;
if(Array.isArray(data63)){
if(data63.length > 3){
const err161 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(data63.length < 1){
const err162 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
const len13 = data63.length;
for(let i22=0; i22<len13; i22++){
let data64 = data63[i22];
if(typeof data64 !== "string"){
const err163 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/respond/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(!(((data64 === "Alert") || (data64 === "Kill")) || (data64 === "Freeze"))){
const err164 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/respond/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.rules.items.properties.respond.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
let i23 = data63.length;
let j9;
if(i23 > 1){
const indices9 = {};
for(;i23--;){
let item9 = data63[i23];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err165 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i23+" are identical)"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
break;
}
indices9[item9] = i23;
}
}
}
else {
const err166 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
}
else {
const err167 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
else {
const err168 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data.status !== undefined){
let data65 = data.status;
if(!(data65 && typeof data65 == "object" && !Array.isArray(data65))){
const err170 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
}
else {
const err171 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


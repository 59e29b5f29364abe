// @ts-nocheck -- plain JavaScript made by ajv
// Generated from crds/ by scripts/gen-contract.mjs. Do not edit.
"use strict";
export const validateClusterSecurityPolicy = validate10;
const schema11 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["stasis.dev/v1alpha1"]},"kind":{"type":"string","enum":["ClusterSecurityPolicy"]},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"deletionTimestamp":{"type":"string"},"finalizers":{"type":"array"},"generateName":{"type":"string"},"generation":{"type":"integer"},"managedFields":{"type":"array"},"ownerReferences":{"type":"array"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}},"additionalProperties":false},"spec":{"type":"object","required":["target","rules"],"properties":{"target":{"type":"object","minProperties":1,"properties":{"all":{"type":"boolean","enum":[true]},"containers":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"images":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":512}},"namespaces":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":63}},"podSelector":{"type":"object","minProperties":1,"properties":{"matchLabels":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":63}},"matchExpressions":{"type":"array","minItems":1,"maxItems":32,"x-kubernetes-list-type":"atomic","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","minLength":1,"maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","maxLength":63}}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false},"mode":{"type":"string","enum":["Audit","Enforce"],"default":"Audit"},"rules":{"type":"array","minItems":1,"maxItems":128,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":{"type":"object","required":["name","severity","process"],"properties":{"name":{"type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"severity":{"type":"string","enum":["Low","Medium","High","Critical"]},"message":{"type":"string","minLength":1,"maxLength":256},"tags":{"type":"array","maxItems":16,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":64}},"process":{"type":"object","minProperties":1,"properties":{"executable":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"notExecutable":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"origin":{"type":"array","minItems":1,"maxItems":6,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","enum":["Image","Modified","Written","Volume","Memory","Deleted"]}},"ancestors":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"notAncestors":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false},"respond":{"type":"array","minItems":1,"maxItems":3,"x-kubernetes-list-type":"set","default":["Alert"],"uniqueItems":true,"items":{"type":"string","enum":["Alert","Kill","Freeze"]}}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false};
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
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
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
if(!(Array.isArray(data2.finalizers))){
const err22 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data2.generateName !== undefined){
if(typeof data2.generateName !== "string"){
const err23 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.generation !== undefined){
let data13 = data2.generation;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err24 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data2.managedFields !== undefined){
if(!(Array.isArray(data2.managedFields))){
const err25 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
if(!(Array.isArray(data2.ownerReferences))){
const err26 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
if(typeof data2.resourceVersion !== "string"){
const err27 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data2.selfLink !== undefined){
if(typeof data2.selfLink !== "string"){
const err28 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data2.uid !== undefined){
if(typeof data2.uid !== "string"){
const err29 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.spec !== undefined){
let data19 = data.spec;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.target === undefined){
const err31 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data19.rules === undefined){
const err32 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key4 in data19){
if(!(((key4 === "target") || (key4 === "mode")) || (key4 === "rules"))){
const err33 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data19.target !== undefined){
let data20 = data19.target;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(Object.keys(data20).length < 1){
const err34 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key5 in data20){
if(!(((((key5 === "all") || (key5 === "containers")) || (key5 === "images")) || (key5 === "namespaces")) || (key5 === "podSelector"))){
const err35 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data20.all !== undefined){
let data21 = data20.all;
if(typeof data21 !== "boolean"){
const err36 = {instancePath:instancePath+"/spec/target/all",schemaPath:"#/properties/spec/properties/target/properties/all/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!(data21 === true)){
const err37 = {instancePath:instancePath+"/spec/target/all",schemaPath:"#/properties/spec/properties/target/properties/all/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.target.properties.all.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data20.containers !== undefined){
let data22 = data20.containers;
if(Array.isArray(data22)){
if(data22.length > 64){
const err38 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data22.length < 1){
const err39 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const len0 = data22.length;
for(let i0=0; i0<len0; i0++){
let data23 = data22[i0];
if(typeof data23 === "string"){
if(func3(data23) > 256){
const err40 = {instancePath:instancePath+"/spec/target/containers/" + i0,schemaPath:"#/properties/spec/properties/target/properties/containers/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func3(data23) < 1){
const err41 = {instancePath:instancePath+"/spec/target/containers/" + i0,schemaPath:"#/properties/spec/properties/target/properties/containers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/spec/target/containers/" + i0,schemaPath:"#/properties/spec/properties/target/properties/containers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
let i1 = data22.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data22[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err43 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err44 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data20.images !== undefined){
let data24 = data20.images;
if(Array.isArray(data24)){
if(data24.length > 64){
const err45 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data24.length < 1){
const err46 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len1 = data24.length;
for(let i2=0; i2<len1; i2++){
let data25 = data24[i2];
if(typeof data25 === "string"){
if(func3(data25) > 512){
const err47 = {instancePath:instancePath+"/spec/target/images/" + i2,schemaPath:"#/properties/spec/properties/target/properties/images/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(func3(data25) < 1){
const err48 = {instancePath:instancePath+"/spec/target/images/" + i2,schemaPath:"#/properties/spec/properties/target/properties/images/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/spec/target/images/" + i2,schemaPath:"#/properties/spec/properties/target/properties/images/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
let i3 = data24.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data24[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err50 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err51 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data20.namespaces !== undefined){
let data26 = data20.namespaces;
if(Array.isArray(data26)){
if(data26.length > 64){
const err52 = {instancePath:instancePath+"/spec/target/namespaces",schemaPath:"#/properties/spec/properties/target/properties/namespaces/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data26.length < 1){
const err53 = {instancePath:instancePath+"/spec/target/namespaces",schemaPath:"#/properties/spec/properties/target/properties/namespaces/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
const len2 = data26.length;
for(let i4=0; i4<len2; i4++){
let data27 = data26[i4];
if(typeof data27 === "string"){
if(func3(data27) > 63){
const err54 = {instancePath:instancePath+"/spec/target/namespaces/" + i4,schemaPath:"#/properties/spec/properties/target/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(func3(data27) < 1){
const err55 = {instancePath:instancePath+"/spec/target/namespaces/" + i4,schemaPath:"#/properties/spec/properties/target/properties/namespaces/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/spec/target/namespaces/" + i4,schemaPath:"#/properties/spec/properties/target/properties/namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
let i5 = data26.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data26[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err57 = {instancePath:instancePath+"/spec/target/namespaces",schemaPath:"#/properties/spec/properties/target/properties/namespaces/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err58 = {instancePath:instancePath+"/spec/target/namespaces",schemaPath:"#/properties/spec/properties/target/properties/namespaces/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data20.podSelector !== undefined){
let data28 = data20.podSelector;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length < 1){
const err59 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
for(const key6 in data28){
if(!((key6 === "matchLabels") || (key6 === "matchExpressions"))){
const err60 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data28.matchLabels !== undefined){
let data29 = data28.matchLabels;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(Object.keys(data29).length > 32){
const err61 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(Object.keys(data29).length < 1){
const err62 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key7 in data29){
let data30 = data29[key7];
if(typeof data30 === "string"){
if(func3(data30) > 63){
const err63 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data28.matchExpressions !== undefined){
let data31 = data28.matchExpressions;
if(Array.isArray(data31)){
if(data31.length > 32){
const err66 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data31.length < 1){
const err67 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
const len3 = data31.length;
for(let i6=0; i6<len3; i6++){
let data32 = data31[i6];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.key === undefined){
const err68 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data32.operator === undefined){
const err69 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
for(const key8 in data32){
if(!(((key8 === "key") || (key8 === "operator")) || (key8 === "values"))){
const err70 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data32.key !== undefined){
let data33 = data32.key;
if(typeof data33 === "string"){
if(func3(data33) > 317){
const err71 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(func3(data33) < 1){
const err72 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err73 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data32.operator !== undefined){
let data34 = data32.operator;
if(typeof data34 !== "string"){
const err74 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/operator",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(!((((data34 === "In") || (data34 === "NotIn")) || (data34 === "Exists")) || (data34 === "DoesNotExist"))){
const err75 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/operator",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.target.properties.podSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data32.values !== undefined){
let data35 = data32.values;
if(Array.isArray(data35)){
if(data35.length > 64){
const err76 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data35.length < 1){
const err77 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
const len4 = data35.length;
for(let i7=0; i7<len4; i7++){
let data36 = data35[i7];
if(typeof data36 === "string"){
if(func3(data36) > 63){
const err78 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values/" + i7,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values/" + i7,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
let i8 = data35.length;
let j3;
if(i8 > 1){
const indices3 = {};
for(;i8--;){
let item3 = data35[i8];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err80 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i8+" are identical)"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
break;
}
indices3[item3] = i8;
}
}
}
else {
const err81 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i6,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data19.mode !== undefined){
let data37 = data19.mode;
if(typeof data37 !== "string"){
const err86 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!((data37 === "Audit") || (data37 === "Enforce"))){
const err87 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data19.rules !== undefined){
let data38 = data19.rules;
if(Array.isArray(data38)){
if(data38.length > 128){
const err88 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data38.length < 1){
const err89 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
const len5 = data38.length;
for(let i9=0; i9<len5; i9++){
let data39 = data38[i9];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.name === undefined){
const err90 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data39.severity === undefined){
const err91 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data39.process === undefined){
const err92 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "process"},message:"must have required property '"+"process"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
for(const key9 in data39){
if(!((((((key9 === "name") || (key9 === "severity")) || (key9 === "message")) || (key9 === "tags")) || (key9 === "process")) || (key9 === "respond"))){
const err93 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data39.name !== undefined){
let data40 = data39.name;
if(typeof data40 === "string"){
if(func3(data40) > 63){
const err94 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(func3(data40) < 1){
const err95 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!pattern1.test(data40)){
const err96 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data39.severity !== undefined){
let data41 = data39.severity;
if(typeof data41 !== "string"){
const err98 = {instancePath:instancePath+"/spec/rules/" + i9+"/severity",schemaPath:"#/properties/spec/properties/rules/items/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!((((data41 === "Low") || (data41 === "Medium")) || (data41 === "High")) || (data41 === "Critical"))){
const err99 = {instancePath:instancePath+"/spec/rules/" + i9+"/severity",schemaPath:"#/properties/spec/properties/rules/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data39.message !== undefined){
let data42 = data39.message;
if(typeof data42 === "string"){
if(func3(data42) > 256){
const err100 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(func3(data42) < 1){
const err101 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data39.tags !== undefined){
let data43 = data39.tags;
if(Array.isArray(data43)){
if(data43.length > 16){
const err103 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
const len6 = data43.length;
for(let i10=0; i10<len6; i10++){
let data44 = data43[i10];
if(typeof data44 === "string"){
if(func3(data44) > 64){
const err104 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(func3(data44) < 1){
const err105 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
let i11 = data43.length;
let j4;
if(i11 > 1){
const indices4 = {};
for(;i11--;){
let item4 = data43[i11];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err107 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i11+" are identical)"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
break;
}
indices4[item4] = i11;
}
}
}
else {
const err108 = {instancePath:instancePath+"/spec/rules/" + i9+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data39.process !== undefined){
let data45 = data39.process;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(Object.keys(data45).length < 1){
const err109 = {instancePath:instancePath+"/spec/rules/" + i9+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
for(const key10 in data45){
if(!(((((key10 === "executable") || (key10 === "notExecutable")) || (key10 === "origin")) || (key10 === "ancestors")) || (key10 === "notAncestors"))){
const err110 = {instancePath:instancePath+"/spec/rules/" + i9+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data45.executable !== undefined){
let data46 = data45.executable;
if(Array.isArray(data46)){
if(data46.length > 64){
const err111 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data46.length < 1){
const err112 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
const len7 = data46.length;
for(let i12=0; i12<len7; i12++){
let data47 = data46[i12];
if(typeof data47 === "string"){
if(func3(data47) > 256){
const err113 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(func3(data47) < 1){
const err114 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
let i13 = data46.length;
let j5;
if(i13 > 1){
const indices5 = {};
for(;i13--;){
let item5 = data46[i13];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err116 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i13+" are identical)"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
break;
}
indices5[item5] = i13;
}
}
}
else {
const err117 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data45.notExecutable !== undefined){
let data48 = data45.notExecutable;
if(Array.isArray(data48)){
if(data48.length > 64){
const err118 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data48.length < 1){
const err119 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
const len8 = data48.length;
for(let i14=0; i14<len8; i14++){
let data49 = data48[i14];
if(typeof data49 === "string"){
if(func3(data49) > 256){
const err120 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(func3(data49) < 1){
const err121 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
let i15 = data48.length;
let j6;
if(i15 > 1){
const indices6 = {};
for(;i15--;){
let item6 = data48[i15];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err123 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i15+" are identical)"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
break;
}
indices6[item6] = i15;
}
}
}
else {
const err124 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data45.origin !== undefined){
let data50 = data45.origin;
if(Array.isArray(data50)){
if(data50.length > 6){
const err125 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/maxItems",keyword:"maxItems",params:{limit: 6},message:"must NOT have more than 6 items"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data50.length < 1){
const err126 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
const len9 = data50.length;
for(let i16=0; i16<len9; i16++){
let data51 = data50[i16];
if(typeof data51 !== "string"){
const err127 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(!((((((data51 === "Image") || (data51 === "Modified")) || (data51 === "Written")) || (data51 === "Volume")) || (data51 === "Memory")) || (data51 === "Deleted"))){
const err128 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.process.properties.origin.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
let i17 = data50.length;
let j7;
if(i17 > 1){
const indices7 = {};
for(;i17--;){
let item7 = data50[i17];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err129 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i17+" are identical)"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
break;
}
indices7[item7] = i17;
}
}
}
else {
const err130 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data45.ancestors !== undefined){
let data52 = data45.ancestors;
if(Array.isArray(data52)){
if(data52.length > 64){
const err131 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data52.length < 1){
const err132 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
const len10 = data52.length;
for(let i18=0; i18<len10; i18++){
let data53 = data52[i18];
if(typeof data53 === "string"){
if(func3(data53) > 256){
const err133 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(func3(data53) < 1){
const err134 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
let i19 = data52.length;
let j8;
if(i19 > 1){
const indices8 = {};
for(;i19--;){
let item8 = data52[i19];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err136 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i19+" are identical)"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
break;
}
indices8[item8] = i19;
}
}
}
else {
const err137 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data45.notAncestors !== undefined){
let data54 = data45.notAncestors;
if(Array.isArray(data54)){
if(data54.length > 64){
const err138 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data54.length < 1){
const err139 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
const len11 = data54.length;
for(let i20=0; i20<len11; i20++){
let data55 = data54[i20];
if(typeof data55 === "string"){
if(func3(data55) > 256){
const err140 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(func3(data55) < 1){
const err141 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err142 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
let i21 = data54.length;
let j9;
if(i21 > 1){
const indices9 = {};
for(;i21--;){
let item9 = data54[i21];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err143 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i21+" are identical)"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
break;
}
indices9[item9] = i21;
}
}
}
else {
const err144 = {instancePath:instancePath+"/spec/rules/" + i9+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err145 = {instancePath:instancePath+"/spec/rules/" + i9+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data39.respond !== undefined){
let data56 = data39.respond;
if(Array.isArray(data56)){
if(data56.length > 3){
const err146 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data56.length < 1){
const err147 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
const len12 = data56.length;
for(let i22=0; i22<len12; i22++){
let data57 = data56[i22];
if(typeof data57 !== "string"){
const err148 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/respond/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(!(((data57 === "Alert") || (data57 === "Kill")) || (data57 === "Freeze"))){
const err149 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/respond/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.respond.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
let i23 = data56.length;
let j10;
if(i23 > 1){
const indices10 = {};
for(;i23--;){
let item10 = data56[i23];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
const err150 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j10},message:"must NOT have duplicate items (items ## "+j10+" and "+i23+" are identical)"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
break;
}
indices10[item10] = i23;
}
}
}
else {
const err151 = {instancePath:instancePath+"/spec/rules/" + i9+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
else {
const err152 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
else {
const err154 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
}
else {
const err155 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const validateSecurityPolicy = validate11;
const schema12 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["stasis.dev/v1alpha1"]},"kind":{"type":"string","enum":["SecurityPolicy"]},"metadata":{"type":"object","required":["name","namespace"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},"namespace":{"type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"deletionTimestamp":{"type":"string"},"finalizers":{"type":"array"},"generateName":{"type":"string"},"generation":{"type":"integer"},"managedFields":{"type":"array"},"ownerReferences":{"type":"array"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}},"additionalProperties":false},"spec":{"type":"object","required":["target","rules"],"properties":{"target":{"type":"object","minProperties":1,"properties":{"all":{"type":"boolean","enum":[true]},"containers":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"images":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":512}},"podSelector":{"type":"object","minProperties":1,"properties":{"matchLabels":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":63}},"matchExpressions":{"type":"array","minItems":1,"maxItems":32,"x-kubernetes-list-type":"atomic","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","minLength":1,"maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","maxLength":63}}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false},"mode":{"type":"string","enum":["Audit","Enforce"],"default":"Audit"},"rules":{"type":"array","minItems":1,"maxItems":128,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":{"type":"object","required":["name","severity","process"],"properties":{"name":{"type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"severity":{"type":"string","enum":["Low","Medium","High","Critical"]},"message":{"type":"string","minLength":1,"maxLength":256},"tags":{"type":"array","maxItems":16,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":64}},"process":{"type":"object","minProperties":1,"properties":{"executable":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"notExecutable":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"origin":{"type":"array","minItems":1,"maxItems":6,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","enum":["Image","Modified","Written","Volume","Memory","Deleted"]}},"ancestors":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"notAncestors":{"type":"array","minItems":1,"maxItems":64,"x-kubernetes-list-type":"set","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false},"respond":{"type":"array","minItems":1,"maxItems":3,"x-kubernetes-list-type":"set","default":["Alert"],"uniqueItems":true,"items":{"type":"string","enum":["Alert","Kill","Freeze"]}}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false};

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
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
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
if(!(Array.isArray(data2.finalizers))){
const err27 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data2.generateName !== undefined){
if(typeof data2.generateName !== "string"){
const err28 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data2.generation !== undefined){
let data14 = data2.generation;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err29 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data2.managedFields !== undefined){
if(!(Array.isArray(data2.managedFields))){
const err30 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
if(!(Array.isArray(data2.ownerReferences))){
const err31 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
if(typeof data2.resourceVersion !== "string"){
const err32 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data2.selfLink !== undefined){
if(typeof data2.selfLink !== "string"){
const err33 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data2.uid !== undefined){
if(typeof data2.uid !== "string"){
const err34 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.spec !== undefined){
let data20 = data.spec;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.target === undefined){
const err36 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data20.rules === undefined){
const err37 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key4 in data20){
if(!(((key4 === "target") || (key4 === "mode")) || (key4 === "rules"))){
const err38 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data20.target !== undefined){
let data21 = data20.target;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(Object.keys(data21).length < 1){
const err39 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key5 in data21){
if(!((((key5 === "all") || (key5 === "containers")) || (key5 === "images")) || (key5 === "podSelector"))){
const err40 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data21.all !== undefined){
let data22 = data21.all;
if(typeof data22 !== "boolean"){
const err41 = {instancePath:instancePath+"/spec/target/all",schemaPath:"#/properties/spec/properties/target/properties/all/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!(data22 === true)){
const err42 = {instancePath:instancePath+"/spec/target/all",schemaPath:"#/properties/spec/properties/target/properties/all/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.target.properties.all.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data21.containers !== undefined){
let data23 = data21.containers;
if(Array.isArray(data23)){
if(data23.length > 64){
const err43 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data23.length < 1){
const err44 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len0 = data23.length;
for(let i0=0; i0<len0; i0++){
let data24 = data23[i0];
if(typeof data24 === "string"){
if(func3(data24) > 256){
const err45 = {instancePath:instancePath+"/spec/target/containers/" + i0,schemaPath:"#/properties/spec/properties/target/properties/containers/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(func3(data24) < 1){
const err46 = {instancePath:instancePath+"/spec/target/containers/" + i0,schemaPath:"#/properties/spec/properties/target/properties/containers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/spec/target/containers/" + i0,schemaPath:"#/properties/spec/properties/target/properties/containers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
let i1 = data23.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data23[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err48 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err49 = {instancePath:instancePath+"/spec/target/containers",schemaPath:"#/properties/spec/properties/target/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data21.images !== undefined){
let data25 = data21.images;
if(Array.isArray(data25)){
if(data25.length > 64){
const err50 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data25.length < 1){
const err51 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
const len1 = data25.length;
for(let i2=0; i2<len1; i2++){
let data26 = data25[i2];
if(typeof data26 === "string"){
if(func3(data26) > 512){
const err52 = {instancePath:instancePath+"/spec/target/images/" + i2,schemaPath:"#/properties/spec/properties/target/properties/images/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(func3(data26) < 1){
const err53 = {instancePath:instancePath+"/spec/target/images/" + i2,schemaPath:"#/properties/spec/properties/target/properties/images/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/spec/target/images/" + i2,schemaPath:"#/properties/spec/properties/target/properties/images/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
let i3 = data25.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data25[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err55 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err56 = {instancePath:instancePath+"/spec/target/images",schemaPath:"#/properties/spec/properties/target/properties/images/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data21.podSelector !== undefined){
let data27 = data21.podSelector;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(Object.keys(data27).length < 1){
const err57 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
for(const key6 in data27){
if(!((key6 === "matchLabels") || (key6 === "matchExpressions"))){
const err58 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data27.matchLabels !== undefined){
let data28 = data27.matchLabels;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length > 32){
const err59 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(Object.keys(data28).length < 1){
const err60 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key7 in data28){
let data29 = data28[key7];
if(typeof data29 === "string"){
if(func3(data29) > 63){
const err61 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/spec/target/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data27.matchExpressions !== undefined){
let data30 = data27.matchExpressions;
if(Array.isArray(data30)){
if(data30.length > 32){
const err64 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data30.length < 1){
const err65 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
const len2 = data30.length;
for(let i4=0; i4<len2; i4++){
let data31 = data30[i4];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.key === undefined){
const err66 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data31.operator === undefined){
const err67 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
for(const key8 in data31){
if(!(((key8 === "key") || (key8 === "operator")) || (key8 === "values"))){
const err68 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data31.key !== undefined){
let data32 = data31.key;
if(typeof data32 === "string"){
if(func3(data32) > 317){
const err69 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(func3(data32) < 1){
const err70 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data31.operator !== undefined){
let data33 = data31.operator;
if(typeof data33 !== "string"){
const err72 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/operator",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!((((data33 === "In") || (data33 === "NotIn")) || (data33 === "Exists")) || (data33 === "DoesNotExist"))){
const err73 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/operator",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.target.properties.podSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data31.values !== undefined){
let data34 = data31.values;
if(Array.isArray(data34)){
if(data34.length > 64){
const err74 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data34.length < 1){
const err75 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
const len3 = data34.length;
for(let i5=0; i5<len3; i5++){
let data35 = data34[i5];
if(typeof data35 === "string"){
if(func3(data35) > 63){
const err76 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
let i6 = data34.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data34[i6];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err78 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i6+" are identical)"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err79 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/spec/target/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/target/properties/podSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/spec/target/podSelector",schemaPath:"#/properties/spec/properties/target/properties/podSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data20.mode !== undefined){
let data36 = data20.mode;
if(typeof data36 !== "string"){
const err84 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!((data36 === "Audit") || (data36 === "Enforce"))){
const err85 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data20.rules !== undefined){
let data37 = data20.rules;
if(Array.isArray(data37)){
if(data37.length > 128){
const err86 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(data37.length < 1){
const err87 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
const len4 = data37.length;
for(let i7=0; i7<len4; i7++){
let data38 = data37[i7];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.name === undefined){
const err88 = {instancePath:instancePath+"/spec/rules/" + i7,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data38.severity === undefined){
const err89 = {instancePath:instancePath+"/spec/rules/" + i7,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data38.process === undefined){
const err90 = {instancePath:instancePath+"/spec/rules/" + i7,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "process"},message:"must have required property '"+"process"+"'"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
for(const key9 in data38){
if(!((((((key9 === "name") || (key9 === "severity")) || (key9 === "message")) || (key9 === "tags")) || (key9 === "process")) || (key9 === "respond"))){
const err91 = {instancePath:instancePath+"/spec/rules/" + i7,schemaPath:"#/properties/spec/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data38.name !== undefined){
let data39 = data38.name;
if(typeof data39 === "string"){
if(func3(data39) > 63){
const err92 = {instancePath:instancePath+"/spec/rules/" + i7+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(func3(data39) < 1){
const err93 = {instancePath:instancePath+"/spec/rules/" + i7+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(!pattern1.test(data39)){
const err94 = {instancePath:instancePath+"/spec/rules/" + i7+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/spec/rules/" + i7+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data38.severity !== undefined){
let data40 = data38.severity;
if(typeof data40 !== "string"){
const err96 = {instancePath:instancePath+"/spec/rules/" + i7+"/severity",schemaPath:"#/properties/spec/properties/rules/items/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!((((data40 === "Low") || (data40 === "Medium")) || (data40 === "High")) || (data40 === "Critical"))){
const err97 = {instancePath:instancePath+"/spec/rules/" + i7+"/severity",schemaPath:"#/properties/spec/properties/rules/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.rules.items.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data38.message !== undefined){
let data41 = data38.message;
if(typeof data41 === "string"){
if(func3(data41) > 256){
const err98 = {instancePath:instancePath+"/spec/rules/" + i7+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(func3(data41) < 1){
const err99 = {instancePath:instancePath+"/spec/rules/" + i7+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/spec/rules/" + i7+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data38.tags !== undefined){
let data42 = data38.tags;
if(Array.isArray(data42)){
if(data42.length > 16){
const err101 = {instancePath:instancePath+"/spec/rules/" + i7+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
const len5 = data42.length;
for(let i8=0; i8<len5; i8++){
let data43 = data42[i8];
if(typeof data43 === "string"){
if(func3(data43) > 64){
const err102 = {instancePath:instancePath+"/spec/rules/" + i7+"/tags/" + i8,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(func3(data43) < 1){
const err103 = {instancePath:instancePath+"/spec/rules/" + i7+"/tags/" + i8,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/spec/rules/" + i7+"/tags/" + i8,schemaPath:"#/properties/spec/properties/rules/items/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
let i9 = data42.length;
let j3;
if(i9 > 1){
const indices3 = {};
for(;i9--;){
let item3 = data42[i9];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err105 = {instancePath:instancePath+"/spec/rules/" + i7+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i9+" are identical)"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
break;
}
indices3[item3] = i9;
}
}
}
else {
const err106 = {instancePath:instancePath+"/spec/rules/" + i7+"/tags",schemaPath:"#/properties/spec/properties/rules/items/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data38.process !== undefined){
let data44 = data38.process;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length < 1){
const err107 = {instancePath:instancePath+"/spec/rules/" + i7+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
for(const key10 in data44){
if(!(((((key10 === "executable") || (key10 === "notExecutable")) || (key10 === "origin")) || (key10 === "ancestors")) || (key10 === "notAncestors"))){
const err108 = {instancePath:instancePath+"/spec/rules/" + i7+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data44.executable !== undefined){
let data45 = data44.executable;
if(Array.isArray(data45)){
if(data45.length > 64){
const err109 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data45.length < 1){
const err110 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
const len6 = data45.length;
for(let i10=0; i10<len6; i10++){
let data46 = data45[i10];
if(typeof data46 === "string"){
if(func3(data46) > 256){
const err111 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/executable/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(func3(data46) < 1){
const err112 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/executable/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/executable/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
let i11 = data45.length;
let j4;
if(i11 > 1){
const indices4 = {};
for(;i11--;){
let item4 = data45[i11];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err114 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i11+" are identical)"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
break;
}
indices4[item4] = i11;
}
}
}
else {
const err115 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/executable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/executable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data44.notExecutable !== undefined){
let data47 = data44.notExecutable;
if(Array.isArray(data47)){
if(data47.length > 64){
const err116 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data47.length < 1){
const err117 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
const len7 = data47.length;
for(let i12=0; i12<len7; i12++){
let data48 = data47[i12];
if(typeof data48 === "string"){
if(func3(data48) > 256){
const err118 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notExecutable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(func3(data48) < 1){
const err119 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notExecutable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notExecutable/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
let i13 = data47.length;
let j5;
if(i13 > 1){
const indices5 = {};
for(;i13--;){
let item5 = data47[i13];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err121 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i13+" are identical)"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
break;
}
indices5[item5] = i13;
}
}
}
else {
const err122 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notExecutable",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notExecutable/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data44.origin !== undefined){
let data49 = data44.origin;
if(Array.isArray(data49)){
if(data49.length > 6){
const err123 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/maxItems",keyword:"maxItems",params:{limit: 6},message:"must NOT have more than 6 items"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data49.length < 1){
const err124 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
const len8 = data49.length;
for(let i14=0; i14<len8; i14++){
let data50 = data49[i14];
if(typeof data50 !== "string"){
const err125 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/origin/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(!((((((data50 === "Image") || (data50 === "Modified")) || (data50 === "Written")) || (data50 === "Volume")) || (data50 === "Memory")) || (data50 === "Deleted"))){
const err126 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/origin/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.rules.items.properties.process.properties.origin.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
let i15 = data49.length;
let j6;
if(i15 > 1){
const indices6 = {};
for(;i15--;){
let item6 = data49[i15];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err127 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i15+" are identical)"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
break;
}
indices6[item6] = i15;
}
}
}
else {
const err128 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/origin",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/origin/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data44.ancestors !== undefined){
let data51 = data44.ancestors;
if(Array.isArray(data51)){
if(data51.length > 64){
const err129 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data51.length < 1){
const err130 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
const len9 = data51.length;
for(let i16=0; i16<len9; i16++){
let data52 = data51[i16];
if(typeof data52 === "string"){
if(func3(data52) > 256){
const err131 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/ancestors/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(func3(data52) < 1){
const err132 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/ancestors/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/ancestors/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
let i17 = data51.length;
let j7;
if(i17 > 1){
const indices7 = {};
for(;i17--;){
let item7 = data51[i17];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err134 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i17+" are identical)"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
break;
}
indices7[item7] = i17;
}
}
}
else {
const err135 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/ancestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/ancestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data44.notAncestors !== undefined){
let data53 = data44.notAncestors;
if(Array.isArray(data53)){
if(data53.length > 64){
const err136 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data53.length < 1){
const err137 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
const len10 = data53.length;
for(let i18=0; i18<len10; i18++){
let data54 = data53[i18];
if(typeof data54 === "string"){
if(func3(data54) > 256){
const err138 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notAncestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(func3(data54) < 1){
const err139 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notAncestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
else {
const err140 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notAncestors/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
let i19 = data53.length;
let j8;
if(i19 > 1){
const indices8 = {};
for(;i19--;){
let item8 = data53[i19];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err141 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i19+" are identical)"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
break;
}
indices8[item8] = i19;
}
}
}
else {
const err142 = {instancePath:instancePath+"/spec/rules/" + i7+"/process/notAncestors",schemaPath:"#/properties/spec/properties/rules/items/properties/process/properties/notAncestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath:instancePath+"/spec/rules/" + i7+"/process",schemaPath:"#/properties/spec/properties/rules/items/properties/process/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data38.respond !== undefined){
let data55 = data38.respond;
if(Array.isArray(data55)){
if(data55.length > 3){
const err144 = {instancePath:instancePath+"/spec/rules/" + i7+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(data55.length < 1){
const err145 = {instancePath:instancePath+"/spec/rules/" + i7+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
const len11 = data55.length;
for(let i20=0; i20<len11; i20++){
let data56 = data55[i20];
if(typeof data56 !== "string"){
const err146 = {instancePath:instancePath+"/spec/rules/" + i7+"/respond/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/respond/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(!(((data56 === "Alert") || (data56 === "Kill")) || (data56 === "Freeze"))){
const err147 = {instancePath:instancePath+"/spec/rules/" + i7+"/respond/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/respond/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.rules.items.properties.respond.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
let i21 = data55.length;
let j9;
if(i21 > 1){
const indices9 = {};
for(;i21--;){
let item9 = data55[i21];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err148 = {instancePath:instancePath+"/spec/rules/" + i7+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i21+" are identical)"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
break;
}
indices9[item9] = i21;
}
}
}
else {
const err149 = {instancePath:instancePath+"/spec/rules/" + i7+"/respond",schemaPath:"#/properties/spec/properties/rules/items/properties/respond/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/spec/rules/" + i7,schemaPath:"#/properties/spec/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
}
else {
const err151 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
else {
const err152 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


// @ts-nocheck -- plain JavaScript made by ajv
// Generated from crds/ by scripts/gen-contract.mjs. Do not edit.
"use strict";
export const validateAgentConfig = validate10;
const schema11 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["stasis.dev/v1alpha1"]},"kind":{"type":"string","enum":["AgentConfig"]},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}},"spec":{"type":"object","required":["policy","revision","plan"],"properties":{"policy":{"type":"object","required":["kind","name","uid","generation","createdAt"],"properties":{"kind":{"type":"string","enum":["SecurityPolicy","ClusterSecurityPolicy"]},"namespace":{"type":"string","maxLength":63},"name":{"type":"string","maxLength":253,"minLength":1},"uid":{"type":"string","maxLength":64,"minLength":1},"generation":{"type":"integer","minimum":1},"createdAt":{"type":"string"}}},"revision":{"type":"integer","minimum":1},"plan":{"type":"object","required":["format","hash","text"],"properties":{"format":{"type":"integer","minimum":1},"hash":{"type":"string","maxLength":64,"minLength":64,"pattern":"^[0-9a-f]{64}$"},"text":{"type":"string","maxLength":262144,"minLength":1}}},"nodePercent":{"type":"integer","minimum":0,"maximum":100},"previousPlan":{"type":"object","required":["format","hash","text"],"properties":{"format":{"type":"integer","minimum":1},"hash":{"type":"string","maxLength":64,"minLength":64,"pattern":"^[0-9a-f]{64}$"},"text":{"type":"string","maxLength":262144,"minLength":1}}}}}}};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9a-f]{64}$", "u");

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
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(data0 === "stasis.dev/v1alpha1")){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema11.properties.apiVersion.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(data1 === "AgentConfig")){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2.name !== undefined){
if(typeof data2.name !== "string"){
const err9 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.policy === undefined){
const err11 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.revision === undefined){
const err12 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "revision"},message:"must have required property '"+"revision"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4.plan === undefined){
const err13 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "plan"},message:"must have required property '"+"plan"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4.policy !== undefined){
let data5 = data4.policy;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.kind === undefined){
const err14 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5.name === undefined){
const err15 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5.uid === undefined){
const err16 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data5.generation === undefined){
const err17 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/required",keyword:"required",params:{missingProperty: "generation"},message:"must have required property '"+"generation"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data5.createdAt === undefined){
const err18 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/required",keyword:"required",params:{missingProperty: "createdAt"},message:"must have required property '"+"createdAt"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5.kind !== undefined){
let data6 = data5.kind;
if(typeof data6 !== "string"){
const err19 = {instancePath:instancePath+"/spec/policy/kind",schemaPath:"#/properties/spec/properties/policy/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!((data6 === "SecurityPolicy") || (data6 === "ClusterSecurityPolicy"))){
const err20 = {instancePath:instancePath+"/spec/policy/kind",schemaPath:"#/properties/spec/properties/policy/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.policy.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.namespace !== undefined){
let data7 = data5.namespace;
if(typeof data7 === "string"){
if(func2(data7) > 63){
const err21 = {instancePath:instancePath+"/spec/policy/namespace",schemaPath:"#/properties/spec/properties/policy/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/spec/policy/namespace",schemaPath:"#/properties/spec/properties/policy/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data5.name !== undefined){
let data8 = data5.name;
if(typeof data8 === "string"){
if(func2(data8) > 253){
const err23 = {instancePath:instancePath+"/spec/policy/name",schemaPath:"#/properties/spec/properties/policy/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func2(data8) < 1){
const err24 = {instancePath:instancePath+"/spec/policy/name",schemaPath:"#/properties/spec/properties/policy/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/spec/policy/name",schemaPath:"#/properties/spec/properties/policy/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data5.uid !== undefined){
let data9 = data5.uid;
if(typeof data9 === "string"){
if(func2(data9) > 64){
const err26 = {instancePath:instancePath+"/spec/policy/uid",schemaPath:"#/properties/spec/properties/policy/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func2(data9) < 1){
const err27 = {instancePath:instancePath+"/spec/policy/uid",schemaPath:"#/properties/spec/properties/policy/properties/uid/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/spec/policy/uid",schemaPath:"#/properties/spec/properties/policy/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data5.generation !== undefined){
let data10 = data5.generation;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err29 = {instancePath:instancePath+"/spec/policy/generation",schemaPath:"#/properties/spec/properties/policy/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 1 || isNaN(data10)){
const err30 = {instancePath:instancePath+"/spec/policy/generation",schemaPath:"#/properties/spec/properties/policy/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data5.createdAt !== undefined){
if(typeof data5.createdAt !== "string"){
const err31 = {instancePath:instancePath+"/spec/policy/createdAt",schemaPath:"#/properties/spec/properties/policy/properties/createdAt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data4.revision !== undefined){
let data12 = data4.revision;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err33 = {instancePath:instancePath+"/spec/revision",schemaPath:"#/properties/spec/properties/revision/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err34 = {instancePath:instancePath+"/spec/revision",schemaPath:"#/properties/spec/properties/revision/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data4.plan !== undefined){
let data13 = data4.plan;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.format === undefined){
const err35 = {instancePath:instancePath+"/spec/plan",schemaPath:"#/properties/spec/properties/plan/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data13.hash === undefined){
const err36 = {instancePath:instancePath+"/spec/plan",schemaPath:"#/properties/spec/properties/plan/required",keyword:"required",params:{missingProperty: "hash"},message:"must have required property '"+"hash"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data13.text === undefined){
const err37 = {instancePath:instancePath+"/spec/plan",schemaPath:"#/properties/spec/properties/plan/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data13.format !== undefined){
let data14 = data13.format;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err38 = {instancePath:instancePath+"/spec/plan/format",schemaPath:"#/properties/spec/properties/plan/properties/format/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err39 = {instancePath:instancePath+"/spec/plan/format",schemaPath:"#/properties/spec/properties/plan/properties/format/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data13.hash !== undefined){
let data15 = data13.hash;
if(typeof data15 === "string"){
if(func2(data15) > 64){
const err40 = {instancePath:instancePath+"/spec/plan/hash",schemaPath:"#/properties/spec/properties/plan/properties/hash/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func2(data15) < 64){
const err41 = {instancePath:instancePath+"/spec/plan/hash",schemaPath:"#/properties/spec/properties/plan/properties/hash/minLength",keyword:"minLength",params:{limit: 64},message:"must NOT have fewer than 64 characters"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern0.test(data15)){
const err42 = {instancePath:instancePath+"/spec/plan/hash",schemaPath:"#/properties/spec/properties/plan/properties/hash/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/spec/plan/hash",schemaPath:"#/properties/spec/properties/plan/properties/hash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data13.text !== undefined){
let data16 = data13.text;
if(typeof data16 === "string"){
if(func2(data16) > 262144){
const err44 = {instancePath:instancePath+"/spec/plan/text",schemaPath:"#/properties/spec/properties/plan/properties/text/maxLength",keyword:"maxLength",params:{limit: 262144},message:"must NOT have more than 262144 characters"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(func2(data16) < 1){
const err45 = {instancePath:instancePath+"/spec/plan/text",schemaPath:"#/properties/spec/properties/plan/properties/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/spec/plan/text",schemaPath:"#/properties/spec/properties/plan/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/spec/plan",schemaPath:"#/properties/spec/properties/plan/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data4.nodePercent !== undefined){
let data17 = data4.nodePercent;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err48 = {instancePath:instancePath+"/spec/nodePercent",schemaPath:"#/properties/spec/properties/nodePercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 100 || isNaN(data17)){
const err49 = {instancePath:instancePath+"/spec/nodePercent",schemaPath:"#/properties/spec/properties/nodePercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err50 = {instancePath:instancePath+"/spec/nodePercent",schemaPath:"#/properties/spec/properties/nodePercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data4.previousPlan !== undefined){
let data18 = data4.previousPlan;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.format === undefined){
const err51 = {instancePath:instancePath+"/spec/previousPlan",schemaPath:"#/properties/spec/properties/previousPlan/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data18.hash === undefined){
const err52 = {instancePath:instancePath+"/spec/previousPlan",schemaPath:"#/properties/spec/properties/previousPlan/required",keyword:"required",params:{missingProperty: "hash"},message:"must have required property '"+"hash"+"'"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data18.text === undefined){
const err53 = {instancePath:instancePath+"/spec/previousPlan",schemaPath:"#/properties/spec/properties/previousPlan/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data18.format !== undefined){
let data19 = data18.format;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err54 = {instancePath:instancePath+"/spec/previousPlan/format",schemaPath:"#/properties/spec/properties/previousPlan/properties/format/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 1 || isNaN(data19)){
const err55 = {instancePath:instancePath+"/spec/previousPlan/format",schemaPath:"#/properties/spec/properties/previousPlan/properties/format/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data18.hash !== undefined){
let data20 = data18.hash;
if(typeof data20 === "string"){
if(func2(data20) > 64){
const err56 = {instancePath:instancePath+"/spec/previousPlan/hash",schemaPath:"#/properties/spec/properties/previousPlan/properties/hash/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(func2(data20) < 64){
const err57 = {instancePath:instancePath+"/spec/previousPlan/hash",schemaPath:"#/properties/spec/properties/previousPlan/properties/hash/minLength",keyword:"minLength",params:{limit: 64},message:"must NOT have fewer than 64 characters"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!pattern0.test(data20)){
const err58 = {instancePath:instancePath+"/spec/previousPlan/hash",schemaPath:"#/properties/spec/properties/previousPlan/properties/hash/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/spec/previousPlan/hash",schemaPath:"#/properties/spec/properties/previousPlan/properties/hash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data18.text !== undefined){
let data21 = data18.text;
if(typeof data21 === "string"){
if(func2(data21) > 262144){
const err60 = {instancePath:instancePath+"/spec/previousPlan/text",schemaPath:"#/properties/spec/properties/previousPlan/properties/text/maxLength",keyword:"maxLength",params:{limit: 262144},message:"must NOT have more than 262144 characters"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(func2(data21) < 1){
const err61 = {instancePath:instancePath+"/spec/previousPlan/text",schemaPath:"#/properties/spec/properties/previousPlan/properties/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err62 = {instancePath:instancePath+"/spec/previousPlan/text",schemaPath:"#/properties/spec/properties/previousPlan/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err63 = {instancePath:instancePath+"/spec/previousPlan",schemaPath:"#/properties/spec/properties/previousPlan/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err65 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const validateContainment = validate11;
const schema12 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["stasis.dev/v1alpha1"]},"kind":{"type":"string","enum":["Containment"]},"metadata":{"type":"object","required":["name","namespace"],"properties":{"name":{"type":"string"},"namespace":{"type":"string"}}},"spec":{"type":"object","required":["podRef","nodeName","containers","actions"],"properties":{"podRef":{"type":"object","required":["name","uid"],"properties":{"name":{"type":"string","maxLength":253,"minLength":1},"uid":{"type":"string","maxLength":64,"minLength":1}}},"nodeName":{"type":"string","maxLength":253,"minLength":1},"containers":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":63}},"actions":{"type":"array","minItems":1,"maxItems":2,"uniqueItems":true,"items":{"type":"string","enum":["Freeze","Terminate"]}},"reason":{"type":"string","maxLength":512},"requestedBy":{"type":"string","maxLength":512},"ttl":{"type":"string","maxLength":24,"minLength":2,"pattern":"^([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$"},"onExpiry":{"type":"string","enum":["Keep","Release","Terminate"],"default":"Keep"}}},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":8,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","minLength":1,"maxLength":64},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string"},"reason":{"type":"string","minLength":1,"maxLength":64,"pattern":"^[A-Za-z]([A-Za-z0-9]*)$"},"message":{"type":"string","maxLength":2048}}}},"heldSince":{"type":"string"},"expiresAt":{"type":"string"},"containers":{"type":"array","maxItems":64,"items":{"type":"object","required":["name","state","since"],"properties":{"name":{"type":"string","maxLength":63,"minLength":1},"id":{"type":"string","maxLength":256},"state":{"type":"string","enum":["Pending","Frozen","Released","Terminated","Gone","Refused","Failed"]},"since":{"type":"string"},"runtimeState":{"type":"string","maxLength":32},"cause":{"type":"object","required":["finding","policy","rule"],"properties":{"finding":{"type":"string","maxLength":64},"policy":{"type":"string","maxLength":317},"rule":{"type":"string","maxLength":63}}},"receipt":{"type":"object","required":["hitTime","stoppedNs","frozenNs","callsAfter","offenderCalls","revocations","revokedNs","freezer","method"],"properties":{"hitTime":{"type":"string"},"stoppedNs":{"type":"integer","minimum":0},"frozenNs":{"type":"integer","minimum":0},"callsAfter":{"type":"integer","minimum":0},"offenderCalls":{"type":"integer","minimum":0},"revocations":{"type":"integer","minimum":0},"revokedNs":{"type":"integer","minimum":0},"freezer":{"type":"string","maxLength":64},"method":{"type":"string","enum":["Direct","Runtime"]}}},"refusals":{"type":"array","maxItems":4,"items":{"type":"object","required":["action","reason","message","time"],"properties":{"action":{"type":"string","enum":["Freeze","Terminate"]},"reason":{"type":"string","maxLength":64,"minLength":1,"pattern":"^[A-Za-z]([A-Za-z0-9]*)$"},"message":{"type":"string","maxLength":512},"time":{"type":"string"}}}}}}}}}}};
const pattern2 = new RegExp("^([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$", "u");
const pattern3 = new RegExp("^[A-Za-z]([A-Za-z0-9]*)$", "u");

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
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(data0 === "stasis.dev/v1alpha1")){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema12.properties.apiVersion.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(data1 === "Containment")){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema12.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2.namespace === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.name !== undefined){
if(typeof data2.name !== "string"){
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.namespace !== undefined){
if(typeof data2.namespace !== "string"){
const err11 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.spec !== undefined){
let data5 = data.spec;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.podRef === undefined){
const err13 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "podRef"},message:"must have required property '"+"podRef"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5.nodeName === undefined){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "nodeName"},message:"must have required property '"+"nodeName"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5.containers === undefined){
const err15 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "containers"},message:"must have required property '"+"containers"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5.actions === undefined){
const err16 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "actions"},message:"must have required property '"+"actions"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data5.podRef !== undefined){
let data6 = data5.podRef;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.name === undefined){
const err17 = {instancePath:instancePath+"/spec/podRef",schemaPath:"#/properties/spec/properties/podRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6.uid === undefined){
const err18 = {instancePath:instancePath+"/spec/podRef",schemaPath:"#/properties/spec/properties/podRef/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data6.name !== undefined){
let data7 = data6.name;
if(typeof data7 === "string"){
if(func2(data7) > 253){
const err19 = {instancePath:instancePath+"/spec/podRef/name",schemaPath:"#/properties/spec/properties/podRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func2(data7) < 1){
const err20 = {instancePath:instancePath+"/spec/podRef/name",schemaPath:"#/properties/spec/properties/podRef/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/spec/podRef/name",schemaPath:"#/properties/spec/properties/podRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data6.uid !== undefined){
let data8 = data6.uid;
if(typeof data8 === "string"){
if(func2(data8) > 64){
const err22 = {instancePath:instancePath+"/spec/podRef/uid",schemaPath:"#/properties/spec/properties/podRef/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(func2(data8) < 1){
const err23 = {instancePath:instancePath+"/spec/podRef/uid",schemaPath:"#/properties/spec/properties/podRef/properties/uid/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/spec/podRef/uid",schemaPath:"#/properties/spec/properties/podRef/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/spec/podRef",schemaPath:"#/properties/spec/properties/podRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data5.nodeName !== undefined){
let data9 = data5.nodeName;
if(typeof data9 === "string"){
if(func2(data9) > 253){
const err26 = {instancePath:instancePath+"/spec/nodeName",schemaPath:"#/properties/spec/properties/nodeName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func2(data9) < 1){
const err27 = {instancePath:instancePath+"/spec/nodeName",schemaPath:"#/properties/spec/properties/nodeName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/spec/nodeName",schemaPath:"#/properties/spec/properties/nodeName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data5.containers !== undefined){
let data10 = data5.containers;
if(Array.isArray(data10)){
if(data10.length > 64){
const err29 = {instancePath:instancePath+"/spec/containers",schemaPath:"#/properties/spec/properties/containers/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data10.length < 1){
const err30 = {instancePath:instancePath+"/spec/containers",schemaPath:"#/properties/spec/properties/containers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(typeof data11 === "string"){
if(func2(data11) > 63){
const err31 = {instancePath:instancePath+"/spec/containers/" + i0,schemaPath:"#/properties/spec/properties/containers/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func2(data11) < 1){
const err32 = {instancePath:instancePath+"/spec/containers/" + i0,schemaPath:"#/properties/spec/properties/containers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/spec/containers/" + i0,schemaPath:"#/properties/spec/properties/containers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
let i1 = data10.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data10[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err34 = {instancePath:instancePath+"/spec/containers",schemaPath:"#/properties/spec/properties/containers/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err35 = {instancePath:instancePath+"/spec/containers",schemaPath:"#/properties/spec/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data5.actions !== undefined){
let data12 = data5.actions;
if(Array.isArray(data12)){
if(data12.length > 2){
const err36 = {instancePath:instancePath+"/spec/actions",schemaPath:"#/properties/spec/properties/actions/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data12.length < 1){
const err37 = {instancePath:instancePath+"/spec/actions",schemaPath:"#/properties/spec/properties/actions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len1 = data12.length;
for(let i2=0; i2<len1; i2++){
let data13 = data12[i2];
if(typeof data13 !== "string"){
const err38 = {instancePath:instancePath+"/spec/actions/" + i2,schemaPath:"#/properties/spec/properties/actions/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!((data13 === "Freeze") || (data13 === "Terminate"))){
const err39 = {instancePath:instancePath+"/spec/actions/" + i2,schemaPath:"#/properties/spec/properties/actions/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.actions.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
let i3 = data12.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data12[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err40 = {instancePath:instancePath+"/spec/actions",schemaPath:"#/properties/spec/properties/actions/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err41 = {instancePath:instancePath+"/spec/actions",schemaPath:"#/properties/spec/properties/actions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data5.reason !== undefined){
let data14 = data5.reason;
if(typeof data14 === "string"){
if(func2(data14) > 512){
const err42 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data5.requestedBy !== undefined){
let data15 = data5.requestedBy;
if(typeof data15 === "string"){
if(func2(data15) > 512){
const err44 = {instancePath:instancePath+"/spec/requestedBy",schemaPath:"#/properties/spec/properties/requestedBy/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/spec/requestedBy",schemaPath:"#/properties/spec/properties/requestedBy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data5.ttl !== undefined){
let data16 = data5.ttl;
if(typeof data16 === "string"){
if(func2(data16) > 24){
const err46 = {instancePath:instancePath+"/spec/ttl",schemaPath:"#/properties/spec/properties/ttl/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(func2(data16) < 2){
const err47 = {instancePath:instancePath+"/spec/ttl",schemaPath:"#/properties/spec/properties/ttl/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!pattern2.test(data16)){
const err48 = {instancePath:instancePath+"/spec/ttl",schemaPath:"#/properties/spec/properties/ttl/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$"},message:"must match pattern \""+"^([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$"+"\""};
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
const err49 = {instancePath:instancePath+"/spec/ttl",schemaPath:"#/properties/spec/properties/ttl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data5.onExpiry !== undefined){
let data17 = data5.onExpiry;
if(typeof data17 !== "string"){
const err50 = {instancePath:instancePath+"/spec/onExpiry",schemaPath:"#/properties/spec/properties/onExpiry/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!(((data17 === "Keep") || (data17 === "Release")) || (data17 === "Terminate"))){
const err51 = {instancePath:instancePath+"/spec/onExpiry",schemaPath:"#/properties/spec/properties/onExpiry/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.onExpiry.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.status !== undefined){
let data18 = data.status;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.observedGeneration !== undefined){
let data19 = data18.observedGeneration;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err53 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err54 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data18.conditions !== undefined){
let data20 = data18.conditions;
if(Array.isArray(data20)){
if(data20.length > 8){
const err55 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
const len2 = data20.length;
for(let i4=0; i4<len2; i4++){
let data21 = data20[i4];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.type === undefined){
const err56 = {instancePath:instancePath+"/status/conditions/" + i4,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data21.status === undefined){
const err57 = {instancePath:instancePath+"/status/conditions/" + i4,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data21.lastTransitionTime === undefined){
const err58 = {instancePath:instancePath+"/status/conditions/" + i4,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data21.reason === undefined){
const err59 = {instancePath:instancePath+"/status/conditions/" + i4,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data21.message === undefined){
const err60 = {instancePath:instancePath+"/status/conditions/" + i4,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data21.type !== undefined){
let data22 = data21.type;
if(typeof data22 === "string"){
if(func2(data22) > 64){
const err61 = {instancePath:instancePath+"/status/conditions/" + i4+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(func2(data22) < 1){
const err62 = {instancePath:instancePath+"/status/conditions/" + i4+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/status/conditions/" + i4+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data21.status !== undefined){
let data23 = data21.status;
if(typeof data23 !== "string"){
const err64 = {instancePath:instancePath+"/status/conditions/" + i4+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(!(((data23 === "True") || (data23 === "False")) || (data23 === "Unknown"))){
const err65 = {instancePath:instancePath+"/status/conditions/" + i4+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema12.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data21.observedGeneration !== undefined){
let data24 = data21.observedGeneration;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err66 = {instancePath:instancePath+"/status/conditions/" + i4+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
const err67 = {instancePath:instancePath+"/status/conditions/" + i4+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
if(data21.lastTransitionTime !== undefined){
if(typeof data21.lastTransitionTime !== "string"){
const err68 = {instancePath:instancePath+"/status/conditions/" + i4+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data21.reason !== undefined){
let data26 = data21.reason;
if(typeof data26 === "string"){
if(func2(data26) > 64){
const err69 = {instancePath:instancePath+"/status/conditions/" + i4+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(func2(data26) < 1){
const err70 = {instancePath:instancePath+"/status/conditions/" + i4+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!pattern3.test(data26)){
const err71 = {instancePath:instancePath+"/status/conditions/" + i4+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9]*)$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9]*)$"+"\""};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/status/conditions/" + i4+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data21.message !== undefined){
let data27 = data21.message;
if(typeof data27 === "string"){
if(func2(data27) > 2048){
const err73 = {instancePath:instancePath+"/status/conditions/" + i4+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/status/conditions/" + i4+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/status/conditions/" + i4,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err76 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data18.heldSince !== undefined){
if(typeof data18.heldSince !== "string"){
const err77 = {instancePath:instancePath+"/status/heldSince",schemaPath:"#/properties/status/properties/heldSince/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data18.expiresAt !== undefined){
if(typeof data18.expiresAt !== "string"){
const err78 = {instancePath:instancePath+"/status/expiresAt",schemaPath:"#/properties/status/properties/expiresAt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data18.containers !== undefined){
let data30 = data18.containers;
if(Array.isArray(data30)){
if(data30.length > 64){
const err79 = {instancePath:instancePath+"/status/containers",schemaPath:"#/properties/status/properties/containers/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
const len3 = data30.length;
for(let i5=0; i5<len3; i5++){
let data31 = data30[i5];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.name === undefined){
const err80 = {instancePath:instancePath+"/status/containers/" + i5,schemaPath:"#/properties/status/properties/containers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data31.state === undefined){
const err81 = {instancePath:instancePath+"/status/containers/" + i5,schemaPath:"#/properties/status/properties/containers/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data31.since === undefined){
const err82 = {instancePath:instancePath+"/status/containers/" + i5,schemaPath:"#/properties/status/properties/containers/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data31.name !== undefined){
let data32 = data31.name;
if(typeof data32 === "string"){
if(func2(data32) > 63){
const err83 = {instancePath:instancePath+"/status/containers/" + i5+"/name",schemaPath:"#/properties/status/properties/containers/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(func2(data32) < 1){
const err84 = {instancePath:instancePath+"/status/containers/" + i5+"/name",schemaPath:"#/properties/status/properties/containers/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/status/containers/" + i5+"/name",schemaPath:"#/properties/status/properties/containers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data31.id !== undefined){
let data33 = data31.id;
if(typeof data33 === "string"){
if(func2(data33) > 256){
const err86 = {instancePath:instancePath+"/status/containers/" + i5+"/id",schemaPath:"#/properties/status/properties/containers/items/properties/id/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/status/containers/" + i5+"/id",schemaPath:"#/properties/status/properties/containers/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data31.state !== undefined){
let data34 = data31.state;
if(typeof data34 !== "string"){
const err88 = {instancePath:instancePath+"/status/containers/" + i5+"/state",schemaPath:"#/properties/status/properties/containers/items/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!(((((((data34 === "Pending") || (data34 === "Frozen")) || (data34 === "Released")) || (data34 === "Terminated")) || (data34 === "Gone")) || (data34 === "Refused")) || (data34 === "Failed"))){
const err89 = {instancePath:instancePath+"/status/containers/" + i5+"/state",schemaPath:"#/properties/status/properties/containers/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema12.properties.status.properties.containers.items.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data31.since !== undefined){
if(typeof data31.since !== "string"){
const err90 = {instancePath:instancePath+"/status/containers/" + i5+"/since",schemaPath:"#/properties/status/properties/containers/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data31.runtimeState !== undefined){
let data36 = data31.runtimeState;
if(typeof data36 === "string"){
if(func2(data36) > 32){
const err91 = {instancePath:instancePath+"/status/containers/" + i5+"/runtimeState",schemaPath:"#/properties/status/properties/containers/items/properties/runtimeState/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/status/containers/" + i5+"/runtimeState",schemaPath:"#/properties/status/properties/containers/items/properties/runtimeState/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data31.cause !== undefined){
let data37 = data31.cause;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.finding === undefined){
const err93 = {instancePath:instancePath+"/status/containers/" + i5+"/cause",schemaPath:"#/properties/status/properties/containers/items/properties/cause/required",keyword:"required",params:{missingProperty: "finding"},message:"must have required property '"+"finding"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data37.policy === undefined){
const err94 = {instancePath:instancePath+"/status/containers/" + i5+"/cause",schemaPath:"#/properties/status/properties/containers/items/properties/cause/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data37.rule === undefined){
const err95 = {instancePath:instancePath+"/status/containers/" + i5+"/cause",schemaPath:"#/properties/status/properties/containers/items/properties/cause/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data37.finding !== undefined){
let data38 = data37.finding;
if(typeof data38 === "string"){
if(func2(data38) > 64){
const err96 = {instancePath:instancePath+"/status/containers/" + i5+"/cause/finding",schemaPath:"#/properties/status/properties/containers/items/properties/cause/properties/finding/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
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
const err97 = {instancePath:instancePath+"/status/containers/" + i5+"/cause/finding",schemaPath:"#/properties/status/properties/containers/items/properties/cause/properties/finding/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data37.policy !== undefined){
let data39 = data37.policy;
if(typeof data39 === "string"){
if(func2(data39) > 317){
const err98 = {instancePath:instancePath+"/status/containers/" + i5+"/cause/policy",schemaPath:"#/properties/status/properties/containers/items/properties/cause/properties/policy/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/status/containers/" + i5+"/cause/policy",schemaPath:"#/properties/status/properties/containers/items/properties/cause/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data37.rule !== undefined){
let data40 = data37.rule;
if(typeof data40 === "string"){
if(func2(data40) > 63){
const err100 = {instancePath:instancePath+"/status/containers/" + i5+"/cause/rule",schemaPath:"#/properties/status/properties/containers/items/properties/cause/properties/rule/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
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
const err101 = {instancePath:instancePath+"/status/containers/" + i5+"/cause/rule",schemaPath:"#/properties/status/properties/containers/items/properties/cause/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err102 = {instancePath:instancePath+"/status/containers/" + i5+"/cause",schemaPath:"#/properties/status/properties/containers/items/properties/cause/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data31.receipt !== undefined){
let data41 = data31.receipt;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.hitTime === undefined){
const err103 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "hitTime"},message:"must have required property '"+"hitTime"+"'"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data41.stoppedNs === undefined){
const err104 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "stoppedNs"},message:"must have required property '"+"stoppedNs"+"'"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data41.frozenNs === undefined){
const err105 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "frozenNs"},message:"must have required property '"+"frozenNs"+"'"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data41.callsAfter === undefined){
const err106 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "callsAfter"},message:"must have required property '"+"callsAfter"+"'"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(data41.offenderCalls === undefined){
const err107 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "offenderCalls"},message:"must have required property '"+"offenderCalls"+"'"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(data41.revocations === undefined){
const err108 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "revocations"},message:"must have required property '"+"revocations"+"'"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(data41.revokedNs === undefined){
const err109 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "revokedNs"},message:"must have required property '"+"revokedNs"+"'"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data41.freezer === undefined){
const err110 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "freezer"},message:"must have required property '"+"freezer"+"'"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data41.method === undefined){
const err111 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/required",keyword:"required",params:{missingProperty: "method"},message:"must have required property '"+"method"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data41.hitTime !== undefined){
if(typeof data41.hitTime !== "string"){
const err112 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/hitTime",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/hitTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data41.stoppedNs !== undefined){
let data43 = data41.stoppedNs;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err113 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/stoppedNs",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/stoppedNs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 0 || isNaN(data43)){
const err114 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/stoppedNs",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/stoppedNs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
if(data41.frozenNs !== undefined){
let data44 = data41.frozenNs;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err115 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/frozenNs",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/frozenNs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 0 || isNaN(data44)){
const err116 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/frozenNs",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/frozenNs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
if(data41.callsAfter !== undefined){
let data45 = data41.callsAfter;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err117 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/callsAfter",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/callsAfter/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 < 0 || isNaN(data45)){
const err118 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/callsAfter",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/callsAfter/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data41.offenderCalls !== undefined){
let data46 = data41.offenderCalls;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
const err119 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/offenderCalls",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/offenderCalls/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 < 0 || isNaN(data46)){
const err120 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/offenderCalls",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/offenderCalls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data41.revocations !== undefined){
let data47 = data41.revocations;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
const err121 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/revocations",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/revocations/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 < 0 || isNaN(data47)){
const err122 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/revocations",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/revocations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
if(data41.revokedNs !== undefined){
let data48 = data41.revokedNs;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err123 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/revokedNs",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/revokedNs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 < 0 || isNaN(data48)){
const err124 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/revokedNs",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/revokedNs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
if(data41.freezer !== undefined){
let data49 = data41.freezer;
if(typeof data49 === "string"){
if(func2(data49) > 64){
const err125 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/freezer",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/freezer/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/freezer",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/freezer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data41.method !== undefined){
let data50 = data41.method;
if(typeof data50 !== "string"){
const err127 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/method",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(!((data50 === "Direct") || (data50 === "Runtime"))){
const err128 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt/method",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/properties/method/enum",keyword:"enum",params:{allowedValues: schema12.properties.status.properties.containers.items.properties.receipt.properties.method.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/status/containers/" + i5+"/receipt",schemaPath:"#/properties/status/properties/containers/items/properties/receipt/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data31.refusals !== undefined){
let data51 = data31.refusals;
if(Array.isArray(data51)){
if(data51.length > 4){
const err130 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/maxItems",keyword:"maxItems",params:{limit: 4},message:"must NOT have more than 4 items"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
const len4 = data51.length;
for(let i6=0; i6<len4; i6++){
let data52 = data51[i6];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.action === undefined){
const err131 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6,schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data52.reason === undefined){
const err132 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6,schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(data52.message === undefined){
const err133 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6,schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data52.time === undefined){
const err134 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6,schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data52.action !== undefined){
let data53 = data52.action;
if(typeof data53 !== "string"){
const err135 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/action",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(!((data53 === "Freeze") || (data53 === "Terminate"))){
const err136 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/action",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/action/enum",keyword:"enum",params:{allowedValues: schema12.properties.status.properties.containers.items.properties.refusals.items.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data52.reason !== undefined){
let data54 = data52.reason;
if(typeof data54 === "string"){
if(func2(data54) > 64){
const err137 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/reason",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(func2(data54) < 1){
const err138 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/reason",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!pattern3.test(data54)){
const err139 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/reason",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9]*)$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9]*)$"+"\""};
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
const err140 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/reason",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data52.message !== undefined){
let data55 = data52.message;
if(typeof data55 === "string"){
if(func2(data55) > 512){
const err141 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/message",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
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
const err142 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/message",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data52.time !== undefined){
if(typeof data52.time !== "string"){
const err143 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6+"/time",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
else {
const err144 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals/" + i6,schemaPath:"#/properties/status/properties/containers/items/properties/refusals/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err145 = {instancePath:instancePath+"/status/containers/" + i5+"/refusals",schemaPath:"#/properties/status/properties/containers/items/properties/refusals/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err146 = {instancePath:instancePath+"/status/containers/" + i5,schemaPath:"#/properties/status/properties/containers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err147 = {instancePath:instancePath+"/status/containers",schemaPath:"#/properties/status/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err148 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

export const validateSecurityAlert = validate12;
const schema13 = {"type":"object","required":["apiVersion","kind","metadata","spec","status"],"properties":{"apiVersion":{"type":"string","enum":["stasis.dev/v1alpha1"]},"kind":{"type":"string","enum":["SecurityAlert"]},"metadata":{"type":"object","required":["name","namespace"],"properties":{"name":{"type":"string"},"namespace":{"type":"string"}}},"spec":{"type":"object","required":["workload"],"properties":{"workload":{"type":"string","maxLength":317,"minLength":1}}},"status":{"type":"object","required":["state","severity","summary","findings","firstSeen","lastSeen"],"properties":{"state":{"type":"string","enum":["Active","Contained","Resolved"]},"severity":{"type":"string","enum":["Low","Medium","High","Critical"]},"summary":{"type":"string","maxLength":256},"findings":{"type":"integer","minimum":0},"findingsOmitted":{"type":"integer","minimum":0},"firstSeen":{"type":"string"},"lastSeen":{"type":"string"},"resolvedAt":{"type":"string"},"nodes":{"type":"array","maxItems":10,"items":{"type":"object","required":["name","findings","lastSeen"],"properties":{"name":{"type":"string","maxLength":253,"minLength":1},"findings":{"type":"integer","minimum":0},"lastSeen":{"type":"string"}}}},"nodesOmitted":{"type":"integer","minimum":0},"rules":{"type":"array","maxItems":20,"items":{"type":"object","required":["policy","rule","severity","mode","action","result","findings","firstSeen","lastSeen"],"properties":{"policy":{"type":"string","maxLength":317,"minLength":1},"rule":{"type":"string","maxLength":63,"minLength":1},"severity":{"type":"string","enum":["Low","Medium","High","Critical"]},"mode":{"type":"string","enum":["Audit","Enforce"]},"message":{"type":"string","maxLength":256},"tags":{"type":"array","maxItems":16,"items":{"type":"string","maxLength":64}},"action":{"type":"string","enum":["Alert","Kill","Freeze"]},"result":{"type":"string","enum":["Done","WouldHave","Refused","Failed"]},"reason":{"type":"string","maxLength":256},"findings":{"type":"integer","minimum":1},"firstSeen":{"type":"string"},"lastSeen":{"type":"string"},"samples":{"type":"array","maxItems":5,"items":{"type":"object","required":["id","time"],"properties":{"node":{"type":"string","maxLength":253},"pod":{"type":"string","maxLength":253},"container":{"type":"string","maxLength":63},"id":{"type":"string","maxLength":64,"minLength":1},"time":{"type":"string"},"executable":{"type":"string","maxLength":256},"interpreter":{"type":"string","maxLength":256},"origin":{"type":"string","maxLength":16},"args":{"type":"array","maxItems":8,"items":{"type":"string","maxLength":128}},"pid":{"type":"integer","minimum":0},"uid":{"type":"integer","minimum":0},"parent":{"type":"string","maxLength":256},"ancestors":{"type":"array","maxItems":8,"items":{"type":"string","maxLength":256}}}}}}}},"rulesOmitted":{"type":"integer","minimum":0},"containments":{"type":"array","maxItems":32,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","maxLength":253,"minLength":1},"pod":{"type":"string","maxLength":253},"state":{"type":"string","maxLength":64}}}},"containmentsOmitted":{"type":"integer","minimum":0},"counted":{"type":"object","maxProperties":512,"additionalProperties":{"type":"integer","minimum":0}},"undo":{"type":"string","maxLength":1024}}}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(data.status === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
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
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema13.properties.apiVersion.enum},message:"must be equal to one of the allowed values"};
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
if(!(data1 === "SecurityAlert")){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema13.properties.kind.enum},message:"must be equal to one of the allowed values"};
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
if(data2.name !== undefined){
if(typeof data2.name !== "string"){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.namespace !== undefined){
if(typeof data2.namespace !== "string"){
const err12 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.spec !== undefined){
let data5 = data.spec;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.workload === undefined){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "workload"},message:"must have required property '"+"workload"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5.workload !== undefined){
let data6 = data5.workload;
if(typeof data6 === "string"){
if(func2(data6) > 317){
const err15 = {instancePath:instancePath+"/spec/workload",schemaPath:"#/properties/spec/properties/workload/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func2(data6) < 1){
const err16 = {instancePath:instancePath+"/spec/workload",schemaPath:"#/properties/spec/properties/workload/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/spec/workload",schemaPath:"#/properties/spec/properties/workload/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err18 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.status !== undefined){
let data7 = data.status;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.state === undefined){
const err19 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data7.severity === undefined){
const err20 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7.summary === undefined){
const err21 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/required",keyword:"required",params:{missingProperty: "summary"},message:"must have required property '"+"summary"+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data7.findings === undefined){
const err22 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/required",keyword:"required",params:{missingProperty: "findings"},message:"must have required property '"+"findings"+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data7.firstSeen === undefined){
const err23 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/required",keyword:"required",params:{missingProperty: "firstSeen"},message:"must have required property '"+"firstSeen"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data7.lastSeen === undefined){
const err24 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/required",keyword:"required",params:{missingProperty: "lastSeen"},message:"must have required property '"+"lastSeen"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data7.state !== undefined){
let data8 = data7.state;
if(typeof data8 !== "string"){
const err25 = {instancePath:instancePath+"/status/state",schemaPath:"#/properties/status/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!(((data8 === "Active") || (data8 === "Contained")) || (data8 === "Resolved"))){
const err26 = {instancePath:instancePath+"/status/state",schemaPath:"#/properties/status/properties/state/enum",keyword:"enum",params:{allowedValues: schema13.properties.status.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data7.severity !== undefined){
let data9 = data7.severity;
if(typeof data9 !== "string"){
const err27 = {instancePath:instancePath+"/status/severity",schemaPath:"#/properties/status/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!((((data9 === "Low") || (data9 === "Medium")) || (data9 === "High")) || (data9 === "Critical"))){
const err28 = {instancePath:instancePath+"/status/severity",schemaPath:"#/properties/status/properties/severity/enum",keyword:"enum",params:{allowedValues: schema13.properties.status.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data7.summary !== undefined){
let data10 = data7.summary;
if(typeof data10 === "string"){
if(func2(data10) > 256){
const err29 = {instancePath:instancePath+"/status/summary",schemaPath:"#/properties/status/properties/summary/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/status/summary",schemaPath:"#/properties/status/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data7.findings !== undefined){
let data11 = data7.findings;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err31 = {instancePath:instancePath+"/status/findings",schemaPath:"#/properties/status/properties/findings/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err32 = {instancePath:instancePath+"/status/findings",schemaPath:"#/properties/status/properties/findings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data7.findingsOmitted !== undefined){
let data12 = data7.findingsOmitted;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err33 = {instancePath:instancePath+"/status/findingsOmitted",schemaPath:"#/properties/status/properties/findingsOmitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err34 = {instancePath:instancePath+"/status/findingsOmitted",schemaPath:"#/properties/status/properties/findingsOmitted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data7.firstSeen !== undefined){
if(typeof data7.firstSeen !== "string"){
const err35 = {instancePath:instancePath+"/status/firstSeen",schemaPath:"#/properties/status/properties/firstSeen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data7.lastSeen !== undefined){
if(typeof data7.lastSeen !== "string"){
const err36 = {instancePath:instancePath+"/status/lastSeen",schemaPath:"#/properties/status/properties/lastSeen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data7.resolvedAt !== undefined){
if(typeof data7.resolvedAt !== "string"){
const err37 = {instancePath:instancePath+"/status/resolvedAt",schemaPath:"#/properties/status/properties/resolvedAt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data7.nodes !== undefined){
let data16 = data7.nodes;
if(Array.isArray(data16)){
if(data16.length > 10){
const err38 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.name === undefined){
const err39 = {instancePath:instancePath+"/status/nodes/" + i0,schemaPath:"#/properties/status/properties/nodes/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data17.findings === undefined){
const err40 = {instancePath:instancePath+"/status/nodes/" + i0,schemaPath:"#/properties/status/properties/nodes/items/required",keyword:"required",params:{missingProperty: "findings"},message:"must have required property '"+"findings"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data17.lastSeen === undefined){
const err41 = {instancePath:instancePath+"/status/nodes/" + i0,schemaPath:"#/properties/status/properties/nodes/items/required",keyword:"required",params:{missingProperty: "lastSeen"},message:"must have required property '"+"lastSeen"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data17.name !== undefined){
let data18 = data17.name;
if(typeof data18 === "string"){
if(func2(data18) > 253){
const err42 = {instancePath:instancePath+"/status/nodes/" + i0+"/name",schemaPath:"#/properties/status/properties/nodes/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(func2(data18) < 1){
const err43 = {instancePath:instancePath+"/status/nodes/" + i0+"/name",schemaPath:"#/properties/status/properties/nodes/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/status/nodes/" + i0+"/name",schemaPath:"#/properties/status/properties/nodes/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data17.findings !== undefined){
let data19 = data17.findings;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err45 = {instancePath:instancePath+"/status/nodes/" + i0+"/findings",schemaPath:"#/properties/status/properties/nodes/items/properties/findings/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err46 = {instancePath:instancePath+"/status/nodes/" + i0+"/findings",schemaPath:"#/properties/status/properties/nodes/items/properties/findings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data17.lastSeen !== undefined){
if(typeof data17.lastSeen !== "string"){
const err47 = {instancePath:instancePath+"/status/nodes/" + i0+"/lastSeen",schemaPath:"#/properties/status/properties/nodes/items/properties/lastSeen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/status/nodes/" + i0,schemaPath:"#/properties/status/properties/nodes/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data7.nodesOmitted !== undefined){
let data21 = data7.nodesOmitted;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err50 = {instancePath:instancePath+"/status/nodesOmitted",schemaPath:"#/properties/status/properties/nodesOmitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
const err51 = {instancePath:instancePath+"/status/nodesOmitted",schemaPath:"#/properties/status/properties/nodesOmitted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data7.rules !== undefined){
let data22 = data7.rules;
if(Array.isArray(data22)){
if(data22.length > 20){
const err52 = {instancePath:instancePath+"/status/rules",schemaPath:"#/properties/status/properties/rules/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
const len1 = data22.length;
for(let i1=0; i1<len1; i1++){
let data23 = data22[i1];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.policy === undefined){
const err53 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data23.rule === undefined){
const err54 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data23.severity === undefined){
const err55 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data23.mode === undefined){
const err56 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data23.action === undefined){
const err57 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data23.result === undefined){
const err58 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "result"},message:"must have required property '"+"result"+"'"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data23.findings === undefined){
const err59 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "findings"},message:"must have required property '"+"findings"+"'"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data23.firstSeen === undefined){
const err60 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "firstSeen"},message:"must have required property '"+"firstSeen"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data23.lastSeen === undefined){
const err61 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/required",keyword:"required",params:{missingProperty: "lastSeen"},message:"must have required property '"+"lastSeen"+"'"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data23.policy !== undefined){
let data24 = data23.policy;
if(typeof data24 === "string"){
if(func2(data24) > 317){
const err62 = {instancePath:instancePath+"/status/rules/" + i1+"/policy",schemaPath:"#/properties/status/properties/rules/items/properties/policy/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(func2(data24) < 1){
const err63 = {instancePath:instancePath+"/status/rules/" + i1+"/policy",schemaPath:"#/properties/status/properties/rules/items/properties/policy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err64 = {instancePath:instancePath+"/status/rules/" + i1+"/policy",schemaPath:"#/properties/status/properties/rules/items/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data23.rule !== undefined){
let data25 = data23.rule;
if(typeof data25 === "string"){
if(func2(data25) > 63){
const err65 = {instancePath:instancePath+"/status/rules/" + i1+"/rule",schemaPath:"#/properties/status/properties/rules/items/properties/rule/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(func2(data25) < 1){
const err66 = {instancePath:instancePath+"/status/rules/" + i1+"/rule",schemaPath:"#/properties/status/properties/rules/items/properties/rule/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err67 = {instancePath:instancePath+"/status/rules/" + i1+"/rule",schemaPath:"#/properties/status/properties/rules/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data23.severity !== undefined){
let data26 = data23.severity;
if(typeof data26 !== "string"){
const err68 = {instancePath:instancePath+"/status/rules/" + i1+"/severity",schemaPath:"#/properties/status/properties/rules/items/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!((((data26 === "Low") || (data26 === "Medium")) || (data26 === "High")) || (data26 === "Critical"))){
const err69 = {instancePath:instancePath+"/status/rules/" + i1+"/severity",schemaPath:"#/properties/status/properties/rules/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema13.properties.status.properties.rules.items.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data23.mode !== undefined){
let data27 = data23.mode;
if(typeof data27 !== "string"){
const err70 = {instancePath:instancePath+"/status/rules/" + i1+"/mode",schemaPath:"#/properties/status/properties/rules/items/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!((data27 === "Audit") || (data27 === "Enforce"))){
const err71 = {instancePath:instancePath+"/status/rules/" + i1+"/mode",schemaPath:"#/properties/status/properties/rules/items/properties/mode/enum",keyword:"enum",params:{allowedValues: schema13.properties.status.properties.rules.items.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data23.message !== undefined){
let data28 = data23.message;
if(typeof data28 === "string"){
if(func2(data28) > 256){
const err72 = {instancePath:instancePath+"/status/rules/" + i1+"/message",schemaPath:"#/properties/status/properties/rules/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
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
const err73 = {instancePath:instancePath+"/status/rules/" + i1+"/message",schemaPath:"#/properties/status/properties/rules/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data23.tags !== undefined){
let data29 = data23.tags;
if(Array.isArray(data29)){
if(data29.length > 16){
const err74 = {instancePath:instancePath+"/status/rules/" + i1+"/tags",schemaPath:"#/properties/status/properties/rules/items/properties/tags/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
const len2 = data29.length;
for(let i2=0; i2<len2; i2++){
let data30 = data29[i2];
if(typeof data30 === "string"){
if(func2(data30) > 64){
const err75 = {instancePath:instancePath+"/status/rules/" + i1+"/tags/" + i2,schemaPath:"#/properties/status/properties/rules/items/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/status/rules/" + i1+"/tags/" + i2,schemaPath:"#/properties/status/properties/rules/items/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/status/rules/" + i1+"/tags",schemaPath:"#/properties/status/properties/rules/items/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data23.action !== undefined){
let data31 = data23.action;
if(typeof data31 !== "string"){
const err78 = {instancePath:instancePath+"/status/rules/" + i1+"/action",schemaPath:"#/properties/status/properties/rules/items/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!(((data31 === "Alert") || (data31 === "Kill")) || (data31 === "Freeze"))){
const err79 = {instancePath:instancePath+"/status/rules/" + i1+"/action",schemaPath:"#/properties/status/properties/rules/items/properties/action/enum",keyword:"enum",params:{allowedValues: schema13.properties.status.properties.rules.items.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data23.result !== undefined){
let data32 = data23.result;
if(typeof data32 !== "string"){
const err80 = {instancePath:instancePath+"/status/rules/" + i1+"/result",schemaPath:"#/properties/status/properties/rules/items/properties/result/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(!((((data32 === "Done") || (data32 === "WouldHave")) || (data32 === "Refused")) || (data32 === "Failed"))){
const err81 = {instancePath:instancePath+"/status/rules/" + i1+"/result",schemaPath:"#/properties/status/properties/rules/items/properties/result/enum",keyword:"enum",params:{allowedValues: schema13.properties.status.properties.rules.items.properties.result.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data23.reason !== undefined){
let data33 = data23.reason;
if(typeof data33 === "string"){
if(func2(data33) > 256){
const err82 = {instancePath:instancePath+"/status/rules/" + i1+"/reason",schemaPath:"#/properties/status/properties/rules/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/status/rules/" + i1+"/reason",schemaPath:"#/properties/status/properties/rules/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data23.findings !== undefined){
let data34 = data23.findings;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err84 = {instancePath:instancePath+"/status/rules/" + i1+"/findings",schemaPath:"#/properties/status/properties/rules/items/properties/findings/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 1 || isNaN(data34)){
const err85 = {instancePath:instancePath+"/status/rules/" + i1+"/findings",schemaPath:"#/properties/status/properties/rules/items/properties/findings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
if(data23.firstSeen !== undefined){
if(typeof data23.firstSeen !== "string"){
const err86 = {instancePath:instancePath+"/status/rules/" + i1+"/firstSeen",schemaPath:"#/properties/status/properties/rules/items/properties/firstSeen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data23.lastSeen !== undefined){
if(typeof data23.lastSeen !== "string"){
const err87 = {instancePath:instancePath+"/status/rules/" + i1+"/lastSeen",schemaPath:"#/properties/status/properties/rules/items/properties/lastSeen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data23.samples !== undefined){
let data37 = data23.samples;
if(Array.isArray(data37)){
if(data37.length > 5){
const err88 = {instancePath:instancePath+"/status/rules/" + i1+"/samples",schemaPath:"#/properties/status/properties/rules/items/properties/samples/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
const len3 = data37.length;
for(let i3=0; i3<len3; i3++){
let data38 = data37[i3];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.id === undefined){
const err89 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3,schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data38.time === undefined){
const err90 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3,schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data38.node !== undefined){
let data39 = data38.node;
if(typeof data39 === "string"){
if(func2(data39) > 253){
const err91 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/node",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/node",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data38.pod !== undefined){
let data40 = data38.pod;
if(typeof data40 === "string"){
if(func2(data40) > 253){
const err93 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/pod",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/pod/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/pod",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/pod/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data38.container !== undefined){
let data41 = data38.container;
if(typeof data41 === "string"){
if(func2(data41) > 63){
const err95 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/container",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/container/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/container",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/container/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data38.id !== undefined){
let data42 = data38.id;
if(typeof data42 === "string"){
if(func2(data42) > 64){
const err97 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/id",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/id/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(func2(data42) < 1){
const err98 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/id",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/id",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data38.time !== undefined){
if(typeof data38.time !== "string"){
const err100 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/time",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data38.executable !== undefined){
let data44 = data38.executable;
if(typeof data44 === "string"){
if(func2(data44) > 256){
const err101 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/executable",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/executable/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
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
const err102 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/executable",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/executable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data38.interpreter !== undefined){
let data45 = data38.interpreter;
if(typeof data45 === "string"){
if(func2(data45) > 256){
const err103 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/interpreter",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/interpreter/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
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
const err104 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/interpreter",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/interpreter/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data38.origin !== undefined){
let data46 = data38.origin;
if(typeof data46 === "string"){
if(func2(data46) > 16){
const err105 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/origin",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/origin/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
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
const err106 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/origin",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/origin/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data38.args !== undefined){
let data47 = data38.args;
if(Array.isArray(data47)){
if(data47.length > 8){
const err107 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/args",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/args/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
const len4 = data47.length;
for(let i4=0; i4<len4; i4++){
let data48 = data47[i4];
if(typeof data48 === "string"){
if(func2(data48) > 128){
const err108 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/args/" + i4,schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/args/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/args/" + i4,schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/args/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
else {
const err110 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/args",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/args/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data38.pid !== undefined){
let data49 = data38.pid;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err111 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/pid",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/pid/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 < 0 || isNaN(data49)){
const err112 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/pid",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/pid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
if(data38.uid !== undefined){
let data50 = data38.uid;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err113 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/uid",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/uid/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 < 0 || isNaN(data50)){
const err114 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/uid",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/uid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
if(data38.parent !== undefined){
let data51 = data38.parent;
if(typeof data51 === "string"){
if(func2(data51) > 256){
const err115 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/parent",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/parent/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
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
const err116 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/parent",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/parent/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data38.ancestors !== undefined){
let data52 = data38.ancestors;
if(Array.isArray(data52)){
if(data52.length > 8){
const err117 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/ancestors",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/ancestors/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
const len5 = data52.length;
for(let i5=0; i5<len5; i5++){
let data53 = data52[i5];
if(typeof data53 === "string"){
if(func2(data53) > 256){
const err118 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/ancestors/" + i5,schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/ancestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/ancestors/" + i5,schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/ancestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err120 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3+"/ancestors",schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/properties/ancestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err121 = {instancePath:instancePath+"/status/rules/" + i1+"/samples/" + i3,schemaPath:"#/properties/status/properties/rules/items/properties/samples/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/status/rules/" + i1+"/samples",schemaPath:"#/properties/status/properties/rules/items/properties/samples/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/status/rules/" + i1,schemaPath:"#/properties/status/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
else {
const err124 = {instancePath:instancePath+"/status/rules",schemaPath:"#/properties/status/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data7.rulesOmitted !== undefined){
let data54 = data7.rulesOmitted;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err125 = {instancePath:instancePath+"/status/rulesOmitted",schemaPath:"#/properties/status/properties/rulesOmitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 < 0 || isNaN(data54)){
const err126 = {instancePath:instancePath+"/status/rulesOmitted",schemaPath:"#/properties/status/properties/rulesOmitted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
if(data7.containments !== undefined){
let data55 = data7.containments;
if(Array.isArray(data55)){
if(data55.length > 32){
const err127 = {instancePath:instancePath+"/status/containments",schemaPath:"#/properties/status/properties/containments/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
const len6 = data55.length;
for(let i6=0; i6<len6; i6++){
let data56 = data55[i6];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.name === undefined){
const err128 = {instancePath:instancePath+"/status/containments/" + i6,schemaPath:"#/properties/status/properties/containments/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data56.name !== undefined){
let data57 = data56.name;
if(typeof data57 === "string"){
if(func2(data57) > 253){
const err129 = {instancePath:instancePath+"/status/containments/" + i6+"/name",schemaPath:"#/properties/status/properties/containments/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(func2(data57) < 1){
const err130 = {instancePath:instancePath+"/status/containments/" + i6+"/name",schemaPath:"#/properties/status/properties/containments/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
else {
const err131 = {instancePath:instancePath+"/status/containments/" + i6+"/name",schemaPath:"#/properties/status/properties/containments/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data56.pod !== undefined){
let data58 = data56.pod;
if(typeof data58 === "string"){
if(func2(data58) > 253){
const err132 = {instancePath:instancePath+"/status/containments/" + i6+"/pod",schemaPath:"#/properties/status/properties/containments/items/properties/pod/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
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
const err133 = {instancePath:instancePath+"/status/containments/" + i6+"/pod",schemaPath:"#/properties/status/properties/containments/items/properties/pod/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data56.state !== undefined){
let data59 = data56.state;
if(typeof data59 === "string"){
if(func2(data59) > 64){
const err134 = {instancePath:instancePath+"/status/containments/" + i6+"/state",schemaPath:"#/properties/status/properties/containments/items/properties/state/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
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
const err135 = {instancePath:instancePath+"/status/containments/" + i6+"/state",schemaPath:"#/properties/status/properties/containments/items/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/status/containments/" + i6,schemaPath:"#/properties/status/properties/containments/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
else {
const err137 = {instancePath:instancePath+"/status/containments",schemaPath:"#/properties/status/properties/containments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data7.containmentsOmitted !== undefined){
let data60 = data7.containmentsOmitted;
if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){
const err138 = {instancePath:instancePath+"/status/containmentsOmitted",schemaPath:"#/properties/status/properties/containmentsOmitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 < 0 || isNaN(data60)){
const err139 = {instancePath:instancePath+"/status/containmentsOmitted",schemaPath:"#/properties/status/properties/containmentsOmitted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
if(data7.counted !== undefined){
let data61 = data7.counted;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(Object.keys(data61).length > 512){
const err140 = {instancePath:instancePath+"/status/counted",schemaPath:"#/properties/status/properties/counted/maxProperties",keyword:"maxProperties",params:{limit: 512},message:"must NOT have more than 512 properties"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
for(const key0 in data61){
let data62 = data61[key0];
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err141 = {instancePath:instancePath+"/status/counted/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/status/properties/counted/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 < 0 || isNaN(data62)){
const err142 = {instancePath:instancePath+"/status/counted/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/status/properties/counted/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
}
else {
const err143 = {instancePath:instancePath+"/status/counted",schemaPath:"#/properties/status/properties/counted/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data7.undo !== undefined){
let data63 = data7.undo;
if(typeof data63 === "string"){
if(func2(data63) > 1024){
const err144 = {instancePath:instancePath+"/status/undo",schemaPath:"#/properties/status/properties/undo/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/status/undo",schemaPath:"#/properties/status/properties/undo/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err146 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err147 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

export const validateSecurityNode = validate13;
const schema14 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["stasis.dev/v1alpha1"]},"kind":{"type":"string","enum":["SecurityNode"]},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}},"spec":{"type":"object","required":["mode","settings"],"properties":{"mode":{"type":"string","enum":["Enforce","Audit","Off"]},"permits":{"type":"array","maxItems":512,"items":{"type":"object","required":["podUID"],"properties":{"podUID":{"type":"string","maxLength":64,"minLength":1},"revoked":{"type":"boolean"},"insteadOf":{"type":"string","maxLength":64,"minLength":1}}}},"permitTerm":{"type":"integer","minimum":0},"permitAnswers":{"type":"array","maxItems":64,"items":{"type":"object","required":["request","decision"],"properties":{"request":{"type":"string","maxLength":64,"minLength":1},"decision":{"type":"string","enum":["Granted","Refused"]},"reason":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":256}}}},"settings":{"type":"object","required":["protected","allowedActions","freezesPerMinute","orphanAfter","startup","freezer"],"properties":{"protected":{"type":"object","required":["namespaces","priorityClasses"],"properties":{"namespaces":{"type":"array","maxItems":256,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":253}},"priorityClasses":{"type":"array","maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":253}}}},"allowedActions":{"type":"object","required":["namespacedPolicies","clusterPolicies","people"],"properties":{"namespacedPolicies":{"type":"array","maxItems":4,"uniqueItems":true,"items":{"type":"string","enum":["Alert","Kill","Freeze","Terminate"]}},"clusterPolicies":{"type":"array","maxItems":4,"uniqueItems":true,"items":{"type":"string","enum":["Alert","Kill","Freeze","Terminate"]}},"people":{"type":"array","maxItems":4,"uniqueItems":true,"items":{"type":"string","enum":["Alert","Kill","Freeze","Terminate"]}}}},"freezesPerMinute":{"type":"integer","minimum":0,"maximum":1000},"orphanAfter":{"type":"string","maxLength":24,"minLength":2,"pattern":"^([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$"},"startup":{"type":"string","enum":["Wait","Open"]},"freezer":{"type":"string","enum":["Direct","Runtime"]}}}}},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":8,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","minLength":1,"maxLength":64},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string"},"reason":{"type":"string","minLength":1,"maxLength":64,"pattern":"^[A-Za-z]([A-Za-z0-9]*)$"},"message":{"type":"string","maxLength":2048}}}},"observedTime":{"type":"string"},"mode":{"type":"string","enum":["Enforce","Audit","Off"]},"agentVersion":{"type":"string","maxLength":64},"kernelVersion":{"type":"string","maxLength":128},"runtime":{"type":"string","maxLength":128},"backend":{"type":"string","maxLength":32},"planFormat":{"type":"integer","minimum":1},"capabilities":{"type":"array","maxItems":32,"items":{"type":"object","required":["hook","state"],"properties":{"hook":{"type":"string","maxLength":64,"minLength":1},"state":{"type":"string","enum":["Proven","Unproven","Missing"]},"proof":{"type":"string","maxLength":256}}}},"appliedRevision":{"type":"integer","minimum":0},"exceptions":{"type":"array","maxItems":32,"items":{"type":"object","required":["policy","reason","message"],"properties":{"policy":{"type":"string","maxLength":317,"minLength":1},"reason":{"type":"string","maxLength":64,"minLength":1},"message":{"type":"string","maxLength":512}}}},"exceptionsOmitted":{"type":"integer","minimum":0},"policies":{"type":"array","maxItems":256,"items":{"type":"object","required":["policy","pods","findings","wouldAct"],"properties":{"policy":{"type":"string","maxLength":317,"minLength":1},"pods":{"type":"integer","minimum":0},"findings":{"type":"integer","minimum":0},"wouldAct":{"type":"integer","minimum":0}}}},"policiesOmitted":{"type":"integer","minimum":0},"findings":{"type":"object","required":["omitted","dropped"],"properties":{"groups":{"type":"array","maxItems":64,"items":{"type":"object","required":["id","pod","container","policy","rule","severity","mode","action","result","findings","firstSeen","lastSeen"],"properties":{"id":{"type":"string","maxLength":64,"minLength":1},"pod":{"type":"object","required":["namespace","name","uid"],"properties":{"namespace":{"type":"string","maxLength":63,"minLength":1},"name":{"type":"string","maxLength":253,"minLength":1},"uid":{"type":"string","maxLength":64,"minLength":1}}},"container":{"type":"string","maxLength":63,"minLength":1},"policy":{"type":"string","maxLength":317,"minLength":1},"rule":{"type":"string","maxLength":63,"minLength":1},"severity":{"type":"string","enum":["Low","Medium","High","Critical"]},"mode":{"type":"string","enum":["Audit","Enforce"]},"message":{"type":"string","maxLength":256},"tags":{"type":"array","maxItems":16,"items":{"type":"string","maxLength":64}},"action":{"type":"string","enum":["Alert","Kill","Freeze"]},"result":{"type":"string","enum":["Done","WouldHave","Refused","Failed"]},"reason":{"type":"string","maxLength":256},"findings":{"type":"integer","minimum":1},"firstSeen":{"type":"string"},"lastSeen":{"type":"string"},"samples":{"type":"array","maxItems":5,"items":{"type":"object","required":["id","time"],"properties":{"id":{"type":"string","maxLength":64,"minLength":1},"time":{"type":"string"},"executable":{"type":"string","maxLength":256},"interpreter":{"type":"string","maxLength":256},"origin":{"type":"string","maxLength":16},"args":{"type":"array","maxItems":8,"items":{"type":"string","maxLength":128}},"pid":{"type":"integer","minimum":0},"uid":{"type":"integer","minimum":0},"parent":{"type":"string","maxLength":256},"ancestors":{"type":"array","maxItems":8,"items":{"type":"string","maxLength":256}}}}}}}},"omitted":{"type":"integer","minimum":0},"dropped":{"type":"integer","minimum":0}}},"permitRequests":{"type":"array","maxItems":64,"items":{"type":"object","required":["id","pod","container","policy","rule","time","deadline"],"properties":{"id":{"type":"string","maxLength":64,"minLength":1},"pod":{"type":"object","required":["namespace","name","uid"],"properties":{"namespace":{"type":"string","maxLength":63,"minLength":1},"name":{"type":"string","maxLength":253,"minLength":1},"uid":{"type":"string","maxLength":64,"minLength":1}}},"container":{"type":"string","maxLength":63},"policy":{"type":"string","maxLength":317},"rule":{"type":"string","maxLength":63},"time":{"type":"string"},"deadline":{"type":"string"}}}},"permitsUsed":{"type":"array","maxItems":512,"items":{"type":"object","required":["podUID"],"properties":{"podUID":{"type":"string","maxLength":64,"minLength":1}}}}}}}};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(data0 === "stasis.dev/v1alpha1")){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema14.properties.apiVersion.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(data1 === "SecurityNode")){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema14.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2.name !== undefined){
if(typeof data2.name !== "string"){
const err9 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.mode === undefined){
const err11 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.settings === undefined){
const err12 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "settings"},message:"must have required property '"+"settings"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4.mode !== undefined){
let data5 = data4.mode;
if(typeof data5 !== "string"){
const err13 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!(((data5 === "Enforce") || (data5 === "Audit")) || (data5 === "Off"))){
const err14 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.permits !== undefined){
let data6 = data4.permits;
if(Array.isArray(data6)){
if(data6.length > 512){
const err15 = {instancePath:instancePath+"/spec/permits",schemaPath:"#/properties/spec/properties/permits/maxItems",keyword:"maxItems",params:{limit: 512},message:"must NOT have more than 512 items"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.podUID === undefined){
const err16 = {instancePath:instancePath+"/spec/permits/" + i0,schemaPath:"#/properties/spec/properties/permits/items/required",keyword:"required",params:{missingProperty: "podUID"},message:"must have required property '"+"podUID"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data7.podUID !== undefined){
let data8 = data7.podUID;
if(typeof data8 === "string"){
if(func2(data8) > 64){
const err17 = {instancePath:instancePath+"/spec/permits/" + i0+"/podUID",schemaPath:"#/properties/spec/properties/permits/items/properties/podUID/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func2(data8) < 1){
const err18 = {instancePath:instancePath+"/spec/permits/" + i0+"/podUID",schemaPath:"#/properties/spec/properties/permits/items/properties/podUID/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err19 = {instancePath:instancePath+"/spec/permits/" + i0+"/podUID",schemaPath:"#/properties/spec/properties/permits/items/properties/podUID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.revoked !== undefined){
if(typeof data7.revoked !== "boolean"){
const err20 = {instancePath:instancePath+"/spec/permits/" + i0+"/revoked",schemaPath:"#/properties/spec/properties/permits/items/properties/revoked/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.insteadOf !== undefined){
let data10 = data7.insteadOf;
if(typeof data10 === "string"){
if(func2(data10) > 64){
const err21 = {instancePath:instancePath+"/spec/permits/" + i0+"/insteadOf",schemaPath:"#/properties/spec/properties/permits/items/properties/insteadOf/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func2(data10) < 1){
const err22 = {instancePath:instancePath+"/spec/permits/" + i0+"/insteadOf",schemaPath:"#/properties/spec/properties/permits/items/properties/insteadOf/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/spec/permits/" + i0+"/insteadOf",schemaPath:"#/properties/spec/properties/permits/items/properties/insteadOf/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/spec/permits/" + i0,schemaPath:"#/properties/spec/properties/permits/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/spec/permits",schemaPath:"#/properties/spec/properties/permits/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data4.permitTerm !== undefined){
let data11 = data4.permitTerm;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err26 = {instancePath:instancePath+"/spec/permitTerm",schemaPath:"#/properties/spec/properties/permitTerm/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/spec/permitTerm",schemaPath:"#/properties/spec/properties/permitTerm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data4.permitAnswers !== undefined){
let data12 = data4.permitAnswers;
if(Array.isArray(data12)){
if(data12.length > 64){
const err28 = {instancePath:instancePath+"/spec/permitAnswers",schemaPath:"#/properties/spec/properties/permitAnswers/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.request === undefined){
const err29 = {instancePath:instancePath+"/spec/permitAnswers/" + i1,schemaPath:"#/properties/spec/properties/permitAnswers/items/required",keyword:"required",params:{missingProperty: "request"},message:"must have required property '"+"request"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data13.decision === undefined){
const err30 = {instancePath:instancePath+"/spec/permitAnswers/" + i1,schemaPath:"#/properties/spec/properties/permitAnswers/items/required",keyword:"required",params:{missingProperty: "decision"},message:"must have required property '"+"decision"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data13.request !== undefined){
let data14 = data13.request;
if(typeof data14 === "string"){
if(func2(data14) > 64){
const err31 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/request",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/request/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func2(data14) < 1){
const err32 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/request",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/request/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/request",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/request/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data13.decision !== undefined){
let data15 = data13.decision;
if(typeof data15 !== "string"){
const err34 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/decision",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/decision/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!((data15 === "Granted") || (data15 === "Refused"))){
const err35 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/decision",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/decision/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.permitAnswers.items.properties.decision.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data13.reason !== undefined){
let data16 = data13.reason;
if(typeof data16 === "string"){
if(func2(data16) > 64){
const err36 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/reason",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/reason",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data13.message !== undefined){
let data17 = data13.message;
if(typeof data17 === "string"){
if(func2(data17) > 256){
const err38 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/message",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/spec/permitAnswers/" + i1+"/message",schemaPath:"#/properties/spec/properties/permitAnswers/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/spec/permitAnswers/" + i1,schemaPath:"#/properties/spec/properties/permitAnswers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err41 = {instancePath:instancePath+"/spec/permitAnswers",schemaPath:"#/properties/spec/properties/permitAnswers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data4.settings !== undefined){
let data18 = data4.settings;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.protected === undefined){
const err42 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/required",keyword:"required",params:{missingProperty: "protected"},message:"must have required property '"+"protected"+"'"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data18.allowedActions === undefined){
const err43 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/required",keyword:"required",params:{missingProperty: "allowedActions"},message:"must have required property '"+"allowedActions"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data18.freezesPerMinute === undefined){
const err44 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/required",keyword:"required",params:{missingProperty: "freezesPerMinute"},message:"must have required property '"+"freezesPerMinute"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data18.orphanAfter === undefined){
const err45 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/required",keyword:"required",params:{missingProperty: "orphanAfter"},message:"must have required property '"+"orphanAfter"+"'"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data18.startup === undefined){
const err46 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/required",keyword:"required",params:{missingProperty: "startup"},message:"must have required property '"+"startup"+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data18.freezer === undefined){
const err47 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/required",keyword:"required",params:{missingProperty: "freezer"},message:"must have required property '"+"freezer"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data18.protected !== undefined){
let data19 = data18.protected;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.namespaces === undefined){
const err48 = {instancePath:instancePath+"/spec/settings/protected",schemaPath:"#/properties/spec/properties/settings/properties/protected/required",keyword:"required",params:{missingProperty: "namespaces"},message:"must have required property '"+"namespaces"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data19.priorityClasses === undefined){
const err49 = {instancePath:instancePath+"/spec/settings/protected",schemaPath:"#/properties/spec/properties/settings/properties/protected/required",keyword:"required",params:{missingProperty: "priorityClasses"},message:"must have required property '"+"priorityClasses"+"'"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data19.namespaces !== undefined){
let data20 = data19.namespaces;
if(Array.isArray(data20)){
if(data20.length > 256){
const err50 = {instancePath:instancePath+"/spec/settings/protected/namespaces",schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/namespaces/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(typeof data21 === "string"){
if(func2(data21) > 253){
const err51 = {instancePath:instancePath+"/spec/settings/protected/namespaces/" + i2,schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(func2(data21) < 1){
const err52 = {instancePath:instancePath+"/spec/settings/protected/namespaces/" + i2,schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/namespaces/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err53 = {instancePath:instancePath+"/spec/settings/protected/namespaces/" + i2,schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
let i3 = data20.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data20[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err54 = {instancePath:instancePath+"/spec/settings/protected/namespaces",schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/namespaces/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i3+" are identical)"};
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
const err55 = {instancePath:instancePath+"/spec/settings/protected/namespaces",schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/namespaces/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data19.priorityClasses !== undefined){
let data22 = data19.priorityClasses;
if(Array.isArray(data22)){
if(data22.length > 64){
const err56 = {instancePath:instancePath+"/spec/settings/protected/priorityClasses",schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/priorityClasses/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
const len3 = data22.length;
for(let i4=0; i4<len3; i4++){
let data23 = data22[i4];
if(typeof data23 === "string"){
if(func2(data23) > 253){
const err57 = {instancePath:instancePath+"/spec/settings/protected/priorityClasses/" + i4,schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/priorityClasses/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(func2(data23) < 1){
const err58 = {instancePath:instancePath+"/spec/settings/protected/priorityClasses/" + i4,schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/priorityClasses/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/spec/settings/protected/priorityClasses/" + i4,schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/priorityClasses/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
let i5 = data22.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data22[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err60 = {instancePath:instancePath+"/spec/settings/protected/priorityClasses",schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/priorityClasses/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
break;
}
indices1[item1] = i5;
}
}
}
else {
const err61 = {instancePath:instancePath+"/spec/settings/protected/priorityClasses",schemaPath:"#/properties/spec/properties/settings/properties/protected/properties/priorityClasses/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/spec/settings/protected",schemaPath:"#/properties/spec/properties/settings/properties/protected/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data18.allowedActions !== undefined){
let data24 = data18.allowedActions;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.namespacedPolicies === undefined){
const err63 = {instancePath:instancePath+"/spec/settings/allowedActions",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/required",keyword:"required",params:{missingProperty: "namespacedPolicies"},message:"must have required property '"+"namespacedPolicies"+"'"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data24.clusterPolicies === undefined){
const err64 = {instancePath:instancePath+"/spec/settings/allowedActions",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/required",keyword:"required",params:{missingProperty: "clusterPolicies"},message:"must have required property '"+"clusterPolicies"+"'"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data24.people === undefined){
const err65 = {instancePath:instancePath+"/spec/settings/allowedActions",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/required",keyword:"required",params:{missingProperty: "people"},message:"must have required property '"+"people"+"'"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data24.namespacedPolicies !== undefined){
let data25 = data24.namespacedPolicies;
if(Array.isArray(data25)){
if(data25.length > 4){
const err66 = {instancePath:instancePath+"/spec/settings/allowedActions/namespacedPolicies",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/namespacedPolicies/maxItems",keyword:"maxItems",params:{limit: 4},message:"must NOT have more than 4 items"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
const len4 = data25.length;
for(let i6=0; i6<len4; i6++){
let data26 = data25[i6];
if(typeof data26 !== "string"){
const err67 = {instancePath:instancePath+"/spec/settings/allowedActions/namespacedPolicies/" + i6,schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/namespacedPolicies/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(!((((data26 === "Alert") || (data26 === "Kill")) || (data26 === "Freeze")) || (data26 === "Terminate"))){
const err68 = {instancePath:instancePath+"/spec/settings/allowedActions/namespacedPolicies/" + i6,schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/namespacedPolicies/items/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.settings.properties.allowedActions.properties.namespacedPolicies.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
let i7 = data25.length;
let j2;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data25[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err69 = {instancePath:instancePath+"/spec/settings/allowedActions/namespacedPolicies",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/namespacedPolicies/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
break;
}
indices2[item2] = i7;
}
}
}
else {
const err70 = {instancePath:instancePath+"/spec/settings/allowedActions/namespacedPolicies",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/namespacedPolicies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data24.clusterPolicies !== undefined){
let data27 = data24.clusterPolicies;
if(Array.isArray(data27)){
if(data27.length > 4){
const err71 = {instancePath:instancePath+"/spec/settings/allowedActions/clusterPolicies",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/clusterPolicies/maxItems",keyword:"maxItems",params:{limit: 4},message:"must NOT have more than 4 items"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
const len5 = data27.length;
for(let i8=0; i8<len5; i8++){
let data28 = data27[i8];
if(typeof data28 !== "string"){
const err72 = {instancePath:instancePath+"/spec/settings/allowedActions/clusterPolicies/" + i8,schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/clusterPolicies/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!((((data28 === "Alert") || (data28 === "Kill")) || (data28 === "Freeze")) || (data28 === "Terminate"))){
const err73 = {instancePath:instancePath+"/spec/settings/allowedActions/clusterPolicies/" + i8,schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/clusterPolicies/items/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.settings.properties.allowedActions.properties.clusterPolicies.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
let i9 = data27.length;
let j3;
if(i9 > 1){
const indices3 = {};
for(;i9--;){
let item3 = data27[i9];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err74 = {instancePath:instancePath+"/spec/settings/allowedActions/clusterPolicies",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/clusterPolicies/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i9+" are identical)"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
break;
}
indices3[item3] = i9;
}
}
}
else {
const err75 = {instancePath:instancePath+"/spec/settings/allowedActions/clusterPolicies",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/clusterPolicies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data24.people !== undefined){
let data29 = data24.people;
if(Array.isArray(data29)){
if(data29.length > 4){
const err76 = {instancePath:instancePath+"/spec/settings/allowedActions/people",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/people/maxItems",keyword:"maxItems",params:{limit: 4},message:"must NOT have more than 4 items"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
const len6 = data29.length;
for(let i10=0; i10<len6; i10++){
let data30 = data29[i10];
if(typeof data30 !== "string"){
const err77 = {instancePath:instancePath+"/spec/settings/allowedActions/people/" + i10,schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/people/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(!((((data30 === "Alert") || (data30 === "Kill")) || (data30 === "Freeze")) || (data30 === "Terminate"))){
const err78 = {instancePath:instancePath+"/spec/settings/allowedActions/people/" + i10,schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/people/items/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.settings.properties.allowedActions.properties.people.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
let i11 = data29.length;
let j4;
if(i11 > 1){
const indices4 = {};
for(;i11--;){
let item4 = data29[i11];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err79 = {instancePath:instancePath+"/spec/settings/allowedActions/people",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/people/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i11+" are identical)"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
break;
}
indices4[item4] = i11;
}
}
}
else {
const err80 = {instancePath:instancePath+"/spec/settings/allowedActions/people",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/properties/people/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err81 = {instancePath:instancePath+"/spec/settings/allowedActions",schemaPath:"#/properties/spec/properties/settings/properties/allowedActions/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data18.freezesPerMinute !== undefined){
let data31 = data18.freezesPerMinute;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err82 = {instancePath:instancePath+"/spec/settings/freezesPerMinute",schemaPath:"#/properties/spec/properties/settings/properties/freezesPerMinute/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 1000 || isNaN(data31)){
const err83 = {instancePath:instancePath+"/spec/settings/freezesPerMinute",schemaPath:"#/properties/spec/properties/settings/properties/freezesPerMinute/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(data31 < 0 || isNaN(data31)){
const err84 = {instancePath:instancePath+"/spec/settings/freezesPerMinute",schemaPath:"#/properties/spec/properties/settings/properties/freezesPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data18.orphanAfter !== undefined){
let data32 = data18.orphanAfter;
if(typeof data32 === "string"){
if(func2(data32) > 24){
const err85 = {instancePath:instancePath+"/spec/settings/orphanAfter",schemaPath:"#/properties/spec/properties/settings/properties/orphanAfter/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(func2(data32) < 2){
const err86 = {instancePath:instancePath+"/spec/settings/orphanAfter",schemaPath:"#/properties/spec/properties/settings/properties/orphanAfter/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern2.test(data32)){
const err87 = {instancePath:instancePath+"/spec/settings/orphanAfter",schemaPath:"#/properties/spec/properties/settings/properties/orphanAfter/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$"},message:"must match pattern \""+"^([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$"+"\""};
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
const err88 = {instancePath:instancePath+"/spec/settings/orphanAfter",schemaPath:"#/properties/spec/properties/settings/properties/orphanAfter/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data18.startup !== undefined){
let data33 = data18.startup;
if(typeof data33 !== "string"){
const err89 = {instancePath:instancePath+"/spec/settings/startup",schemaPath:"#/properties/spec/properties/settings/properties/startup/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(!((data33 === "Wait") || (data33 === "Open"))){
const err90 = {instancePath:instancePath+"/spec/settings/startup",schemaPath:"#/properties/spec/properties/settings/properties/startup/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.settings.properties.startup.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data18.freezer !== undefined){
let data34 = data18.freezer;
if(typeof data34 !== "string"){
const err91 = {instancePath:instancePath+"/spec/settings/freezer",schemaPath:"#/properties/spec/properties/settings/properties/freezer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!((data34 === "Direct") || (data34 === "Runtime"))){
const err92 = {instancePath:instancePath+"/spec/settings/freezer",schemaPath:"#/properties/spec/properties/settings/properties/freezer/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.settings.properties.freezer.enum},message:"must be equal to one of the allowed values"};
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
const err93 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err94 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data.status !== undefined){
let data35 = data.status;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.observedGeneration !== undefined){
let data36 = data35.observedGeneration;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err95 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 0 || isNaN(data36)){
const err96 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
if(data35.conditions !== undefined){
let data37 = data35.conditions;
if(Array.isArray(data37)){
if(data37.length > 8){
const err97 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
const len7 = data37.length;
for(let i12=0; i12<len7; i12++){
let data38 = data37[i12];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.type === undefined){
const err98 = {instancePath:instancePath+"/status/conditions/" + i12,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data38.status === undefined){
const err99 = {instancePath:instancePath+"/status/conditions/" + i12,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data38.lastTransitionTime === undefined){
const err100 = {instancePath:instancePath+"/status/conditions/" + i12,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data38.reason === undefined){
const err101 = {instancePath:instancePath+"/status/conditions/" + i12,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data38.message === undefined){
const err102 = {instancePath:instancePath+"/status/conditions/" + i12,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data38.type !== undefined){
let data39 = data38.type;
if(typeof data39 === "string"){
if(func2(data39) > 64){
const err103 = {instancePath:instancePath+"/status/conditions/" + i12+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(func2(data39) < 1){
const err104 = {instancePath:instancePath+"/status/conditions/" + i12+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/status/conditions/" + i12+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data38.status !== undefined){
let data40 = data38.status;
if(typeof data40 !== "string"){
const err106 = {instancePath:instancePath+"/status/conditions/" + i12+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!(((data40 === "True") || (data40 === "False")) || (data40 === "Unknown"))){
const err107 = {instancePath:instancePath+"/status/conditions/" + i12+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema14.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data38.observedGeneration !== undefined){
let data41 = data38.observedGeneration;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err108 = {instancePath:instancePath+"/status/conditions/" + i12+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 < 0 || isNaN(data41)){
const err109 = {instancePath:instancePath+"/status/conditions/" + i12+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
if(data38.lastTransitionTime !== undefined){
if(typeof data38.lastTransitionTime !== "string"){
const err110 = {instancePath:instancePath+"/status/conditions/" + i12+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data38.reason !== undefined){
let data43 = data38.reason;
if(typeof data43 === "string"){
if(func2(data43) > 64){
const err111 = {instancePath:instancePath+"/status/conditions/" + i12+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(func2(data43) < 1){
const err112 = {instancePath:instancePath+"/status/conditions/" + i12+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(!pattern3.test(data43)){
const err113 = {instancePath:instancePath+"/status/conditions/" + i12+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9]*)$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9]*)$"+"\""};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
else {
const err114 = {instancePath:instancePath+"/status/conditions/" + i12+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data38.message !== undefined){
let data44 = data38.message;
if(typeof data44 === "string"){
if(func2(data44) > 2048){
const err115 = {instancePath:instancePath+"/status/conditions/" + i12+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
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
const err116 = {instancePath:instancePath+"/status/conditions/" + i12+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/status/conditions/" + i12,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
else {
const err118 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data35.observedTime !== undefined){
if(typeof data35.observedTime !== "string"){
const err119 = {instancePath:instancePath+"/status/observedTime",schemaPath:"#/properties/status/properties/observedTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data35.mode !== undefined){
let data46 = data35.mode;
if(typeof data46 !== "string"){
const err120 = {instancePath:instancePath+"/status/mode",schemaPath:"#/properties/status/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!(((data46 === "Enforce") || (data46 === "Audit")) || (data46 === "Off"))){
const err121 = {instancePath:instancePath+"/status/mode",schemaPath:"#/properties/status/properties/mode/enum",keyword:"enum",params:{allowedValues: schema14.properties.status.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data35.agentVersion !== undefined){
let data47 = data35.agentVersion;
if(typeof data47 === "string"){
if(func2(data47) > 64){
const err122 = {instancePath:instancePath+"/status/agentVersion",schemaPath:"#/properties/status/properties/agentVersion/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/status/agentVersion",schemaPath:"#/properties/status/properties/agentVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data35.kernelVersion !== undefined){
let data48 = data35.kernelVersion;
if(typeof data48 === "string"){
if(func2(data48) > 128){
const err124 = {instancePath:instancePath+"/status/kernelVersion",schemaPath:"#/properties/status/properties/kernelVersion/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/status/kernelVersion",schemaPath:"#/properties/status/properties/kernelVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data35.runtime !== undefined){
let data49 = data35.runtime;
if(typeof data49 === "string"){
if(func2(data49) > 128){
const err126 = {instancePath:instancePath+"/status/runtime",schemaPath:"#/properties/status/properties/runtime/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
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
const err127 = {instancePath:instancePath+"/status/runtime",schemaPath:"#/properties/status/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data35.backend !== undefined){
let data50 = data35.backend;
if(typeof data50 === "string"){
if(func2(data50) > 32){
const err128 = {instancePath:instancePath+"/status/backend",schemaPath:"#/properties/status/properties/backend/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
else {
const err129 = {instancePath:instancePath+"/status/backend",schemaPath:"#/properties/status/properties/backend/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data35.planFormat !== undefined){
let data51 = data35.planFormat;
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
const err130 = {instancePath:instancePath+"/status/planFormat",schemaPath:"#/properties/status/properties/planFormat/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 < 1 || isNaN(data51)){
const err131 = {instancePath:instancePath+"/status/planFormat",schemaPath:"#/properties/status/properties/planFormat/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
if(data35.capabilities !== undefined){
let data52 = data35.capabilities;
if(Array.isArray(data52)){
if(data52.length > 32){
const err132 = {instancePath:instancePath+"/status/capabilities",schemaPath:"#/properties/status/properties/capabilities/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
const len8 = data52.length;
for(let i13=0; i13<len8; i13++){
let data53 = data52[i13];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(data53.hook === undefined){
const err133 = {instancePath:instancePath+"/status/capabilities/" + i13,schemaPath:"#/properties/status/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "hook"},message:"must have required property '"+"hook"+"'"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data53.state === undefined){
const err134 = {instancePath:instancePath+"/status/capabilities/" + i13,schemaPath:"#/properties/status/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data53.hook !== undefined){
let data54 = data53.hook;
if(typeof data54 === "string"){
if(func2(data54) > 64){
const err135 = {instancePath:instancePath+"/status/capabilities/" + i13+"/hook",schemaPath:"#/properties/status/properties/capabilities/items/properties/hook/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(func2(data54) < 1){
const err136 = {instancePath:instancePath+"/status/capabilities/" + i13+"/hook",schemaPath:"#/properties/status/properties/capabilities/items/properties/hook/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err137 = {instancePath:instancePath+"/status/capabilities/" + i13+"/hook",schemaPath:"#/properties/status/properties/capabilities/items/properties/hook/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data53.state !== undefined){
let data55 = data53.state;
if(typeof data55 !== "string"){
const err138 = {instancePath:instancePath+"/status/capabilities/" + i13+"/state",schemaPath:"#/properties/status/properties/capabilities/items/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!(((data55 === "Proven") || (data55 === "Unproven")) || (data55 === "Missing"))){
const err139 = {instancePath:instancePath+"/status/capabilities/" + i13+"/state",schemaPath:"#/properties/status/properties/capabilities/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema14.properties.status.properties.capabilities.items.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data53.proof !== undefined){
let data56 = data53.proof;
if(typeof data56 === "string"){
if(func2(data56) > 256){
const err140 = {instancePath:instancePath+"/status/capabilities/" + i13+"/proof",schemaPath:"#/properties/status/properties/capabilities/items/properties/proof/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/status/capabilities/" + i13+"/proof",schemaPath:"#/properties/status/properties/capabilities/items/properties/proof/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
else {
const err142 = {instancePath:instancePath+"/status/capabilities/" + i13,schemaPath:"#/properties/status/properties/capabilities/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err143 = {instancePath:instancePath+"/status/capabilities",schemaPath:"#/properties/status/properties/capabilities/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data35.appliedRevision !== undefined){
let data57 = data35.appliedRevision;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err144 = {instancePath:instancePath+"/status/appliedRevision",schemaPath:"#/properties/status/properties/appliedRevision/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 < 0 || isNaN(data57)){
const err145 = {instancePath:instancePath+"/status/appliedRevision",schemaPath:"#/properties/status/properties/appliedRevision/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data35.exceptions !== undefined){
let data58 = data35.exceptions;
if(Array.isArray(data58)){
if(data58.length > 32){
const err146 = {instancePath:instancePath+"/status/exceptions",schemaPath:"#/properties/status/properties/exceptions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
const len9 = data58.length;
for(let i14=0; i14<len9; i14++){
let data59 = data58[i14];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.policy === undefined){
const err147 = {instancePath:instancePath+"/status/exceptions/" + i14,schemaPath:"#/properties/status/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(data59.reason === undefined){
const err148 = {instancePath:instancePath+"/status/exceptions/" + i14,schemaPath:"#/properties/status/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data59.message === undefined){
const err149 = {instancePath:instancePath+"/status/exceptions/" + i14,schemaPath:"#/properties/status/properties/exceptions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(data59.policy !== undefined){
let data60 = data59.policy;
if(typeof data60 === "string"){
if(func2(data60) > 317){
const err150 = {instancePath:instancePath+"/status/exceptions/" + i14+"/policy",schemaPath:"#/properties/status/properties/exceptions/items/properties/policy/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(func2(data60) < 1){
const err151 = {instancePath:instancePath+"/status/exceptions/" + i14+"/policy",schemaPath:"#/properties/status/properties/exceptions/items/properties/policy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/status/exceptions/" + i14+"/policy",schemaPath:"#/properties/status/properties/exceptions/items/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data59.reason !== undefined){
let data61 = data59.reason;
if(typeof data61 === "string"){
if(func2(data61) > 64){
const err153 = {instancePath:instancePath+"/status/exceptions/" + i14+"/reason",schemaPath:"#/properties/status/properties/exceptions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(func2(data61) < 1){
const err154 = {instancePath:instancePath+"/status/exceptions/" + i14+"/reason",schemaPath:"#/properties/status/properties/exceptions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/status/exceptions/" + i14+"/reason",schemaPath:"#/properties/status/properties/exceptions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data59.message !== undefined){
let data62 = data59.message;
if(typeof data62 === "string"){
if(func2(data62) > 512){
const err156 = {instancePath:instancePath+"/status/exceptions/" + i14+"/message",schemaPath:"#/properties/status/properties/exceptions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
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
const err157 = {instancePath:instancePath+"/status/exceptions/" + i14+"/message",schemaPath:"#/properties/status/properties/exceptions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/status/exceptions/" + i14,schemaPath:"#/properties/status/properties/exceptions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
else {
const err159 = {instancePath:instancePath+"/status/exceptions",schemaPath:"#/properties/status/properties/exceptions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data35.exceptionsOmitted !== undefined){
let data63 = data35.exceptionsOmitted;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err160 = {instancePath:instancePath+"/status/exceptionsOmitted",schemaPath:"#/properties/status/properties/exceptionsOmitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 < 0 || isNaN(data63)){
const err161 = {instancePath:instancePath+"/status/exceptionsOmitted",schemaPath:"#/properties/status/properties/exceptionsOmitted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
if(data35.policies !== undefined){
let data64 = data35.policies;
if(Array.isArray(data64)){
if(data64.length > 256){
const err162 = {instancePath:instancePath+"/status/policies",schemaPath:"#/properties/status/properties/policies/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
const len10 = data64.length;
for(let i15=0; i15<len10; i15++){
let data65 = data64[i15];
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.policy === undefined){
const err163 = {instancePath:instancePath+"/status/policies/" + i15,schemaPath:"#/properties/status/properties/policies/items/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(data65.pods === undefined){
const err164 = {instancePath:instancePath+"/status/policies/" + i15,schemaPath:"#/properties/status/properties/policies/items/required",keyword:"required",params:{missingProperty: "pods"},message:"must have required property '"+"pods"+"'"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(data65.findings === undefined){
const err165 = {instancePath:instancePath+"/status/policies/" + i15,schemaPath:"#/properties/status/properties/policies/items/required",keyword:"required",params:{missingProperty: "findings"},message:"must have required property '"+"findings"+"'"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(data65.wouldAct === undefined){
const err166 = {instancePath:instancePath+"/status/policies/" + i15,schemaPath:"#/properties/status/properties/policies/items/required",keyword:"required",params:{missingProperty: "wouldAct"},message:"must have required property '"+"wouldAct"+"'"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data65.policy !== undefined){
let data66 = data65.policy;
if(typeof data66 === "string"){
if(func2(data66) > 317){
const err167 = {instancePath:instancePath+"/status/policies/" + i15+"/policy",schemaPath:"#/properties/status/properties/policies/items/properties/policy/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(func2(data66) < 1){
const err168 = {instancePath:instancePath+"/status/policies/" + i15+"/policy",schemaPath:"#/properties/status/properties/policies/items/properties/policy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
else {
const err169 = {instancePath:instancePath+"/status/policies/" + i15+"/policy",schemaPath:"#/properties/status/properties/policies/items/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data65.pods !== undefined){
let data67 = data65.pods;
if(!(((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67))) && (isFinite(data67)))){
const err170 = {instancePath:instancePath+"/status/policies/" + i15+"/pods",schemaPath:"#/properties/status/properties/policies/items/properties/pods/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 < 0 || isNaN(data67)){
const err171 = {instancePath:instancePath+"/status/policies/" + i15+"/pods",schemaPath:"#/properties/status/properties/policies/items/properties/pods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
if(data65.findings !== undefined){
let data68 = data65.findings;
if(!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))){
const err172 = {instancePath:instancePath+"/status/policies/" + i15+"/findings",schemaPath:"#/properties/status/properties/policies/items/properties/findings/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 < 0 || isNaN(data68)){
const err173 = {instancePath:instancePath+"/status/policies/" + i15+"/findings",schemaPath:"#/properties/status/properties/policies/items/properties/findings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
if(data65.wouldAct !== undefined){
let data69 = data65.wouldAct;
if(!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))){
const err174 = {instancePath:instancePath+"/status/policies/" + i15+"/wouldAct",schemaPath:"#/properties/status/properties/policies/items/properties/wouldAct/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 < 0 || isNaN(data69)){
const err175 = {instancePath:instancePath+"/status/policies/" + i15+"/wouldAct",schemaPath:"#/properties/status/properties/policies/items/properties/wouldAct/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
}
else {
const err176 = {instancePath:instancePath+"/status/policies/" + i15,schemaPath:"#/properties/status/properties/policies/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/status/policies",schemaPath:"#/properties/status/properties/policies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data35.policiesOmitted !== undefined){
let data70 = data35.policiesOmitted;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err178 = {instancePath:instancePath+"/status/policiesOmitted",schemaPath:"#/properties/status/properties/policiesOmitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 < 0 || isNaN(data70)){
const err179 = {instancePath:instancePath+"/status/policiesOmitted",schemaPath:"#/properties/status/properties/policiesOmitted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
if(data35.findings !== undefined){
let data71 = data35.findings;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if(data71.omitted === undefined){
const err180 = {instancePath:instancePath+"/status/findings",schemaPath:"#/properties/status/properties/findings/required",keyword:"required",params:{missingProperty: "omitted"},message:"must have required property '"+"omitted"+"'"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(data71.dropped === undefined){
const err181 = {instancePath:instancePath+"/status/findings",schemaPath:"#/properties/status/properties/findings/required",keyword:"required",params:{missingProperty: "dropped"},message:"must have required property '"+"dropped"+"'"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(data71.groups !== undefined){
let data72 = data71.groups;
if(Array.isArray(data72)){
if(data72.length > 64){
const err182 = {instancePath:instancePath+"/status/findings/groups",schemaPath:"#/properties/status/properties/findings/properties/groups/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
const len11 = data72.length;
for(let i16=0; i16<len11; i16++){
let data73 = data72[i16];
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.id === undefined){
const err183 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(data73.pod === undefined){
const err184 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "pod"},message:"must have required property '"+"pod"+"'"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(data73.container === undefined){
const err185 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "container"},message:"must have required property '"+"container"+"'"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data73.policy === undefined){
const err186 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data73.rule === undefined){
const err187 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data73.severity === undefined){
const err188 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(data73.mode === undefined){
const err189 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(data73.action === undefined){
const err190 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(data73.result === undefined){
const err191 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "result"},message:"must have required property '"+"result"+"'"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data73.findings === undefined){
const err192 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "findings"},message:"must have required property '"+"findings"+"'"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if(data73.firstSeen === undefined){
const err193 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "firstSeen"},message:"must have required property '"+"firstSeen"+"'"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(data73.lastSeen === undefined){
const err194 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/required",keyword:"required",params:{missingProperty: "lastSeen"},message:"must have required property '"+"lastSeen"+"'"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(data73.id !== undefined){
let data74 = data73.id;
if(typeof data74 === "string"){
if(func2(data74) > 64){
const err195 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/id",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/id/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(func2(data74) < 1){
const err196 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/id",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
else {
const err197 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/id",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data73.pod !== undefined){
let data75 = data73.pod;
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
if(data75.namespace === undefined){
const err198 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data75.name === undefined){
const err199 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(data75.uid === undefined){
const err200 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data75.namespace !== undefined){
let data76 = data75.namespace;
if(typeof data76 === "string"){
if(func2(data76) > 63){
const err201 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/namespace",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(func2(data76) < 1){
const err202 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/namespace",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
else {
const err203 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/namespace",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data75.name !== undefined){
let data77 = data75.name;
if(typeof data77 === "string"){
if(func2(data77) > 253){
const err204 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/name",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(func2(data77) < 1){
const err205 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/name",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
else {
const err206 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/name",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data75.uid !== undefined){
let data78 = data75.uid;
if(typeof data78 === "string"){
if(func2(data78) > 64){
const err207 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/uid",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(func2(data78) < 1){
const err208 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/uid",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/uid/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod/uid",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
else {
const err210 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/pod",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/pod/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data73.container !== undefined){
let data79 = data73.container;
if(typeof data79 === "string"){
if(func2(data79) > 63){
const err211 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/container",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/container/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(func2(data79) < 1){
const err212 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/container",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/container/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
else {
const err213 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/container",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/container/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data73.policy !== undefined){
let data80 = data73.policy;
if(typeof data80 === "string"){
if(func2(data80) > 317){
const err214 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/policy",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/policy/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(func2(data80) < 1){
const err215 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/policy",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/policy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
else {
const err216 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/policy",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data73.rule !== undefined){
let data81 = data73.rule;
if(typeof data81 === "string"){
if(func2(data81) > 63){
const err217 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/rule",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/rule/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(func2(data81) < 1){
const err218 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/rule",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/rule/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
else {
const err219 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/rule",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data73.severity !== undefined){
let data82 = data73.severity;
if(typeof data82 !== "string"){
const err220 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/severity",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(!((((data82 === "Low") || (data82 === "Medium")) || (data82 === "High")) || (data82 === "Critical"))){
const err221 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/severity",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema14.properties.status.properties.findings.properties.groups.items.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data73.mode !== undefined){
let data83 = data73.mode;
if(typeof data83 !== "string"){
const err222 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/mode",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(!((data83 === "Audit") || (data83 === "Enforce"))){
const err223 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/mode",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/mode/enum",keyword:"enum",params:{allowedValues: schema14.properties.status.properties.findings.properties.groups.items.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data73.message !== undefined){
let data84 = data73.message;
if(typeof data84 === "string"){
if(func2(data84) > 256){
const err224 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/message",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
else {
const err225 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/message",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data73.tags !== undefined){
let data85 = data73.tags;
if(Array.isArray(data85)){
if(data85.length > 16){
const err226 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/tags",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/tags/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
const len12 = data85.length;
for(let i17=0; i17<len12; i17++){
let data86 = data85[i17];
if(typeof data86 === "string"){
if(func2(data86) > 64){
const err227 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/tags/" + i17,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
else {
const err228 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/tags/" + i17,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
}
else {
const err229 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/tags",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data73.action !== undefined){
let data87 = data73.action;
if(typeof data87 !== "string"){
const err230 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/action",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(!(((data87 === "Alert") || (data87 === "Kill")) || (data87 === "Freeze"))){
const err231 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/action",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/action/enum",keyword:"enum",params:{allowedValues: schema14.properties.status.properties.findings.properties.groups.items.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data73.result !== undefined){
let data88 = data73.result;
if(typeof data88 !== "string"){
const err232 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/result",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/result/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(!((((data88 === "Done") || (data88 === "WouldHave")) || (data88 === "Refused")) || (data88 === "Failed"))){
const err233 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/result",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/result/enum",keyword:"enum",params:{allowedValues: schema14.properties.status.properties.findings.properties.groups.items.properties.result.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data73.reason !== undefined){
let data89 = data73.reason;
if(typeof data89 === "string"){
if(func2(data89) > 256){
const err234 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/reason",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
else {
const err235 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/reason",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data73.findings !== undefined){
let data90 = data73.findings;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
const err236 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/findings",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/findings/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 < 1 || isNaN(data90)){
const err237 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/findings",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/findings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
}
if(data73.firstSeen !== undefined){
if(typeof data73.firstSeen !== "string"){
const err238 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/firstSeen",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/firstSeen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data73.lastSeen !== undefined){
if(typeof data73.lastSeen !== "string"){
const err239 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/lastSeen",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/lastSeen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data73.samples !== undefined){
let data93 = data73.samples;
if(Array.isArray(data93)){
if(data93.length > 5){
const err240 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
const len13 = data93.length;
for(let i18=0; i18<len13; i18++){
let data94 = data93[i18];
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if(data94.id === undefined){
const err241 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(data94.time === undefined){
const err242 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data94.id !== undefined){
let data95 = data94.id;
if(typeof data95 === "string"){
if(func2(data95) > 64){
const err243 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/id",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/id/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if(func2(data95) < 1){
const err244 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/id",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
else {
const err245 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/id",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data94.time !== undefined){
if(typeof data94.time !== "string"){
const err246 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/time",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data94.executable !== undefined){
let data97 = data94.executable;
if(typeof data97 === "string"){
if(func2(data97) > 256){
const err247 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/executable",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/executable/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
else {
const err248 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/executable",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/executable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data94.interpreter !== undefined){
let data98 = data94.interpreter;
if(typeof data98 === "string"){
if(func2(data98) > 256){
const err249 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/interpreter",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/interpreter/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
else {
const err250 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/interpreter",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/interpreter/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data94.origin !== undefined){
let data99 = data94.origin;
if(typeof data99 === "string"){
if(func2(data99) > 16){
const err251 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/origin",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/origin/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
else {
const err252 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/origin",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/origin/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
if(data94.args !== undefined){
let data100 = data94.args;
if(Array.isArray(data100)){
if(data100.length > 8){
const err253 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/args",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/args/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
const len14 = data100.length;
for(let i19=0; i19<len14; i19++){
let data101 = data100[i19];
if(typeof data101 === "string"){
if(func2(data101) > 128){
const err254 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/args/" + i19,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/args/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
else {
const err255 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/args/" + i19,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/args/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
}
else {
const err256 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/args",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/args/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data94.pid !== undefined){
let data102 = data94.pid;
if(!(((typeof data102 == "number") && (!(data102 % 1) && !isNaN(data102))) && (isFinite(data102)))){
const err257 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/pid",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/pid/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
if((typeof data102 == "number") && (isFinite(data102))){
if(data102 < 0 || isNaN(data102)){
const err258 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/pid",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/pid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
}
if(data94.uid !== undefined){
let data103 = data94.uid;
if(!(((typeof data103 == "number") && (!(data103 % 1) && !isNaN(data103))) && (isFinite(data103)))){
const err259 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/uid",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/uid/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
if((typeof data103 == "number") && (isFinite(data103))){
if(data103 < 0 || isNaN(data103)){
const err260 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/uid",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/uid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
}
if(data94.parent !== undefined){
let data104 = data94.parent;
if(typeof data104 === "string"){
if(func2(data104) > 256){
const err261 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/parent",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/parent/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
else {
const err262 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/parent",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/parent/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
if(data94.ancestors !== undefined){
let data105 = data94.ancestors;
if(Array.isArray(data105)){
if(data105.length > 8){
const err263 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/ancestors",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/ancestors/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
const len15 = data105.length;
for(let i20=0; i20<len15; i20++){
let data106 = data105[i20];
if(typeof data106 === "string"){
if(func2(data106) > 256){
const err264 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/ancestors/" + i20,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/ancestors/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
else {
const err265 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/ancestors/" + i20,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/ancestors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
}
else {
const err266 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18+"/ancestors",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/properties/ancestors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
}
else {
const err267 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples/" + i18,schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
}
else {
const err268 = {instancePath:instancePath+"/status/findings/groups/" + i16+"/samples",schemaPath:"#/properties/status/properties/findings/properties/groups/items/properties/samples/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
}
else {
const err269 = {instancePath:instancePath+"/status/findings/groups/" + i16,schemaPath:"#/properties/status/properties/findings/properties/groups/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
}
else {
const err270 = {instancePath:instancePath+"/status/findings/groups",schemaPath:"#/properties/status/properties/findings/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data71.omitted !== undefined){
let data107 = data71.omitted;
if(!(((typeof data107 == "number") && (!(data107 % 1) && !isNaN(data107))) && (isFinite(data107)))){
const err271 = {instancePath:instancePath+"/status/findings/omitted",schemaPath:"#/properties/status/properties/findings/properties/omitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if((typeof data107 == "number") && (isFinite(data107))){
if(data107 < 0 || isNaN(data107)){
const err272 = {instancePath:instancePath+"/status/findings/omitted",schemaPath:"#/properties/status/properties/findings/properties/omitted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
}
if(data71.dropped !== undefined){
let data108 = data71.dropped;
if(!(((typeof data108 == "number") && (!(data108 % 1) && !isNaN(data108))) && (isFinite(data108)))){
const err273 = {instancePath:instancePath+"/status/findings/dropped",schemaPath:"#/properties/status/properties/findings/properties/dropped/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 < 0 || isNaN(data108)){
const err274 = {instancePath:instancePath+"/status/findings/dropped",schemaPath:"#/properties/status/properties/findings/properties/dropped/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
}
}
else {
const err275 = {instancePath:instancePath+"/status/findings",schemaPath:"#/properties/status/properties/findings/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
if(data35.permitRequests !== undefined){
let data109 = data35.permitRequests;
if(Array.isArray(data109)){
if(data109.length > 64){
const err276 = {instancePath:instancePath+"/status/permitRequests",schemaPath:"#/properties/status/properties/permitRequests/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
const len16 = data109.length;
for(let i21=0; i21<len16; i21++){
let data110 = data109[i21];
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(data110.id === undefined){
const err277 = {instancePath:instancePath+"/status/permitRequests/" + i21,schemaPath:"#/properties/status/properties/permitRequests/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(data110.pod === undefined){
const err278 = {instancePath:instancePath+"/status/permitRequests/" + i21,schemaPath:"#/properties/status/properties/permitRequests/items/required",keyword:"required",params:{missingProperty: "pod"},message:"must have required property '"+"pod"+"'"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
if(data110.container === undefined){
const err279 = {instancePath:instancePath+"/status/permitRequests/" + i21,schemaPath:"#/properties/status/properties/permitRequests/items/required",keyword:"required",params:{missingProperty: "container"},message:"must have required property '"+"container"+"'"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
if(data110.policy === undefined){
const err280 = {instancePath:instancePath+"/status/permitRequests/" + i21,schemaPath:"#/properties/status/properties/permitRequests/items/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
if(data110.rule === undefined){
const err281 = {instancePath:instancePath+"/status/permitRequests/" + i21,schemaPath:"#/properties/status/properties/permitRequests/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
if(data110.time === undefined){
const err282 = {instancePath:instancePath+"/status/permitRequests/" + i21,schemaPath:"#/properties/status/properties/permitRequests/items/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
if(data110.deadline === undefined){
const err283 = {instancePath:instancePath+"/status/permitRequests/" + i21,schemaPath:"#/properties/status/properties/permitRequests/items/required",keyword:"required",params:{missingProperty: "deadline"},message:"must have required property '"+"deadline"+"'"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if(data110.id !== undefined){
let data111 = data110.id;
if(typeof data111 === "string"){
if(func2(data111) > 64){
const err284 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/id",schemaPath:"#/properties/status/properties/permitRequests/items/properties/id/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
if(func2(data111) < 1){
const err285 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/id",schemaPath:"#/properties/status/properties/permitRequests/items/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
else {
const err286 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/id",schemaPath:"#/properties/status/properties/permitRequests/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data110.pod !== undefined){
let data112 = data110.pod;
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
if(data112.namespace === undefined){
const err287 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
if(data112.name === undefined){
const err288 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if(data112.uid === undefined){
const err289 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(data112.namespace !== undefined){
let data113 = data112.namespace;
if(typeof data113 === "string"){
if(func2(data113) > 63){
const err290 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/namespace",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(func2(data113) < 1){
const err291 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/namespace",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
else {
const err292 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/namespace",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
if(data112.name !== undefined){
let data114 = data112.name;
if(typeof data114 === "string"){
if(func2(data114) > 253){
const err293 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/name",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
if(func2(data114) < 1){
const err294 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/name",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
else {
const err295 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/name",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
if(data112.uid !== undefined){
let data115 = data112.uid;
if(typeof data115 === "string"){
if(func2(data115) > 64){
const err296 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/uid",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
if(func2(data115) < 1){
const err297 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/uid",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/uid/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
else {
const err298 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod/uid",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
}
else {
const err299 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/pod",schemaPath:"#/properties/status/properties/permitRequests/items/properties/pod/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
if(data110.container !== undefined){
let data116 = data110.container;
if(typeof data116 === "string"){
if(func2(data116) > 63){
const err300 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/container",schemaPath:"#/properties/status/properties/permitRequests/items/properties/container/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
else {
const err301 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/container",schemaPath:"#/properties/status/properties/permitRequests/items/properties/container/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
if(data110.policy !== undefined){
let data117 = data110.policy;
if(typeof data117 === "string"){
if(func2(data117) > 317){
const err302 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/policy",schemaPath:"#/properties/status/properties/permitRequests/items/properties/policy/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
else {
const err303 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/policy",schemaPath:"#/properties/status/properties/permitRequests/items/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
if(data110.rule !== undefined){
let data118 = data110.rule;
if(typeof data118 === "string"){
if(func2(data118) > 63){
const err304 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/rule",schemaPath:"#/properties/status/properties/permitRequests/items/properties/rule/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
else {
const err305 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/rule",schemaPath:"#/properties/status/properties/permitRequests/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
if(data110.time !== undefined){
if(typeof data110.time !== "string"){
const err306 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/time",schemaPath:"#/properties/status/properties/permitRequests/items/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
if(data110.deadline !== undefined){
if(typeof data110.deadline !== "string"){
const err307 = {instancePath:instancePath+"/status/permitRequests/" + i21+"/deadline",schemaPath:"#/properties/status/properties/permitRequests/items/properties/deadline/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
}
else {
const err308 = {instancePath:instancePath+"/status/permitRequests/" + i21,schemaPath:"#/properties/status/properties/permitRequests/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
}
else {
const err309 = {instancePath:instancePath+"/status/permitRequests",schemaPath:"#/properties/status/properties/permitRequests/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
if(data35.permitsUsed !== undefined){
let data121 = data35.permitsUsed;
if(Array.isArray(data121)){
if(data121.length > 512){
const err310 = {instancePath:instancePath+"/status/permitsUsed",schemaPath:"#/properties/status/properties/permitsUsed/maxItems",keyword:"maxItems",params:{limit: 512},message:"must NOT have more than 512 items"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
const len17 = data121.length;
for(let i22=0; i22<len17; i22++){
let data122 = data121[i22];
if(data122 && typeof data122 == "object" && !Array.isArray(data122)){
if(data122.podUID === undefined){
const err311 = {instancePath:instancePath+"/status/permitsUsed/" + i22,schemaPath:"#/properties/status/properties/permitsUsed/items/required",keyword:"required",params:{missingProperty: "podUID"},message:"must have required property '"+"podUID"+"'"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(data122.podUID !== undefined){
let data123 = data122.podUID;
if(typeof data123 === "string"){
if(func2(data123) > 64){
const err312 = {instancePath:instancePath+"/status/permitsUsed/" + i22+"/podUID",schemaPath:"#/properties/status/properties/permitsUsed/items/properties/podUID/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(func2(data123) < 1){
const err313 = {instancePath:instancePath+"/status/permitsUsed/" + i22+"/podUID",schemaPath:"#/properties/status/properties/permitsUsed/items/properties/podUID/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
else {
const err314 = {instancePath:instancePath+"/status/permitsUsed/" + i22+"/podUID",schemaPath:"#/properties/status/properties/permitsUsed/items/properties/podUID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
}
else {
const err315 = {instancePath:instancePath+"/status/permitsUsed/" + i22,schemaPath:"#/properties/status/properties/permitsUsed/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
}
else {
const err316 = {instancePath:instancePath+"/status/permitsUsed",schemaPath:"#/properties/status/properties/permitsUsed/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
}
else {
const err317 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
}
else {
const err318 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}


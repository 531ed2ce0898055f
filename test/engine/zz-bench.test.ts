import { compile } from '/work/main/src/engine/network';
import { sgdStep } from '/work/main/src/engine/sgd';
import { Random } from '/work/main/src/engine/random';
test('bench',()=>{
const net=compile({input:{channels:1,height:28,width:28},layers:[{type:'conv2d',name:'c1',filters:2,kernel:[3,3],activation:'relu'},{type:'conv2d',name:'c2',filters:2,kernel:[3,3],activation:'relu'},{type:'maxPool2d',name:'p',size:[2,2]},{type:'flatten',name:'f'},{type:'dense',name:'d',units:1}],loss:'sigmoidCrossEntropy'},16);
const r=new Random(1); for(let i=0;i<net.input.length;i++)net.input[i]=r.next(); for(const p of net.parameters.values())for(let i=0;i<p.length;i++)p[i]=r.normal()*.3;
const v=new Map([...net.parameters].map(([k,a])=>[k,new Float64Array(a.length)]));
for(let k=0;k<300;k++){net.forward();net.backward();sgdStep(net.parameters,net.gradients,v,{learningRate:1e-4,momentum:.9});}
let best=[1e9,1e9,1e9];
for(let rep=0;rep<8;rep++){let t=[0,0,0];for(let k=0;k<100;k++){const a=performance.now();net.forward();const b=performance.now();net.backward();const c=performance.now();sgdStep(net.parameters,net.gradients,v,{learningRate:1e-4,momentum:.9});t[0]+=b-a;t[1]+=c-b;t[2]+=performance.now()-c;}best=best.map((x,i)=>Math.min(x,t[i]/100));}
console.log('forward',best[0].toFixed(3),'backward',best[1].toFixed(3),'sgd',best[2].toFixed(4));
});

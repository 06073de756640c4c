//! temporary
mod bench;
use std::collections::BTreeMap;
use serde_json::{Value, json};
fn paths(v:&Value, p:String, s:&mut std::collections::BTreeSet<String>){ match v { Value::Object(m)=>for(k,x) in m {let q=format!("{p}/{k}");s.insert(q.clone());paths(x,q,s)}, Value::Array(a)=>for x in a{paths(x,format!("{p}[]"),s)}, _=>{} } }
#[test] fn w(){
 let mut best:BTreeMap<String,(usize,usize,Value)>=BTreeMap::new();
 let mut all:BTreeMap<String,std::collections::BTreeSet<String>>=BTreeMap::new();
 for (_,act) in bench::archive(){ let act=review::shorthand::write_out(act); let k=format!("review.{}",act["act"].as_str().unwrap()); let b=act["body"].clone(); let mut s=Default::default(); paths(&b,String::new(),&mut s); all.entry(k.clone()).or_default().extend(s.clone()); let l=bench::canonical_text(&b).len(); let n=s.len(); let e=best.entry(k).or_insert((0,0,Value::Null)); if n>e.0 || n==e.0 && l<e.1 {*e=(n,l,b);} }
 let id=|s:&str| review::shorthand::record_of(s).to_string();
 let mut out:BTreeMap<String,Value>=best.iter().map(|(k,v)|(k.clone(),v.2.clone())).collect();
 let h="sha256:6f1d4f6b7f0f9a1c7a6d8e3c5b2a19080f0e0d0c0b0a09080706050403020100";
 out.insert("ledger.erasure".into(), json!({"content":h,"ground":"personal_data","record":id("@sample/1")}));
 out.insert("ledger.order".into(), json!({"due":{"at":"2026-06-10T12:00:00.000Z","zone":"Asia/Bishkek","typed":"2026-06-10 18:00"},"concerns":id("@sample/1"),"act":{"act":"share","id":id("@sample/2"),"record":id("@sample/1"),"content":h,"with":{"to":"public"}}}));
 out.insert("ledger.carried".into(), json!({"order":id("@sample/3"),"content":h,"due":"2026-06-10T12:00:00.000Z","done":"2026-06-10T12:00:01.250Z","performed":true}));
 out.insert("review.mandate".into(), json!({"person":id("@sample/4"),"role":"editor","from":"2026-01-01T00:00:00.000Z","until":"2027-01-01T00:00:00.000Z"}));
 for (k,v) in &out { std::fs::create_dir_all(format!("samples/{k}")).unwrap(); std::fs::write(format!("samples/{k}/1.json"), bench::canonical_text(v)+"\n").unwrap(); let mut s=Default::default(); paths(v,String::new(),&mut s); let d:Vec<_>=all.get(k).map(|a|a.difference(&s).cloned().collect()).unwrap_or_default(); println!("{k}: lacks {d:?}"); }
 println!("{}", serde_json::to_string(&ledger::audience::Audience::Public).unwrap());
}

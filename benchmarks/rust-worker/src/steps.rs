//! The same steps as `CounterSteps` in Java: a number that grows from step to step.

use serde_json::{json, Value};
use tasker_shared::types::base::TaskSequenceStep;

use crate::registry::Function;

pub fn all() -> [(String, Function); 2] {
    [
        ("counter_first".to_string(), first as Function),
        ("counter_advance".to_string(), advance as Function),
    ]
}

fn first(_: &TaskSequenceStep) -> Result<Value, String> {
    Ok(json!({"value": 1}))
}

fn advance(step: &TaskSequenceStep) -> Result<Value, String> {
    let first = step
        .dependency_results
        .get("first")
        .and_then(|result| result.result["value"].as_i64())
        .ok_or("step 'first' has no value")?;
    Ok(json!({"value": first + 1}))
}

//! Handlers that are plain functions, by their callable.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use std::time::Instant;

use async_trait::async_trait;
use serde_json::Value;
use tasker_shared::messaging::StepExecutionResult;
use tasker_shared::types::base::TaskSequenceStep;
use tasker_shared::TaskerResult;
use tasker_worker::worker::handlers::{StepHandler, StepHandlerRegistry};

/// A handler: the result of a step, or why it fails for good.
pub type Function = fn(&TaskSequenceStep) -> Result<Value, String>;

pub struct FunctionRegistry {
    handlers: RwLock<HashMap<String, Arc<dyn StepHandler>>>,
}

impl FunctionRegistry {
    pub fn of(functions: impl IntoIterator<Item = (String, Function)>) -> Self {
        let registry = Self {
            handlers: RwLock::default(),
        };
        for (callable, function) in functions {
            let handler = FunctionHandler {
                callable: callable.clone(),
                function,
            };
            registry.register(&callable, Arc::new(handler));
        }
        registry
    }
}

#[async_trait]
impl StepHandlerRegistry for FunctionRegistry {
    async fn get(&self, step: &TaskSequenceStep) -> Option<Arc<dyn StepHandler>> {
        let handlers = self.handlers.read().expect("no handler panics in here");
        handlers.get(&step.step_definition.handler.callable).cloned()
    }

    fn register(&self, name: &str, handler: Arc<dyn StepHandler>) {
        let mut handlers = self.handlers.write().expect("no handler panics in here");
        handlers.insert(name.to_string(), handler);
    }

    fn handler_available(&self, name: &str) -> bool {
        let handlers = self.handlers.read().expect("no handler panics in here");
        handlers.contains_key(name)
    }

    fn registered_handlers(&self) -> Vec<String> {
        let handlers = self.handlers.read().expect("no handler panics in here");
        handlers.keys().cloned().collect()
    }
}

struct FunctionHandler {
    callable: String,
    function: Function,
}

#[async_trait]
impl StepHandler for FunctionHandler {
    async fn call(&self, step: &TaskSequenceStep) -> TaskerResult<StepExecutionResult> {
        let start = Instant::now();
        let id = step.workflow_step.workflow_step_uuid;
        let outcome = (self.function)(step);
        let millis = start.elapsed().as_millis() as i64;
        Ok(match outcome {
            Ok(result) => StepExecutionResult::success(id, result, millis, None),
            Err(reason) => StepExecutionResult::failure(id, reason, None, None, false, millis, None),
        })
    }

    fn name(&self) -> &str {
        &self.callable
    }
}

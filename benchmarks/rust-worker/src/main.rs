//! Runs the steps of the cluster benchmark on the upstream worker of Tasker Core.
//!
//! `TASKER_CONFIG_PATH` names its configuration, `TASKER_TEMPLATE_PATH` the directory of the
//! templates, `DATABASE_URL` the database. Ends at SIGTERM.

mod registry;
mod steps;

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use registry::FunctionRegistry;
use tasker_shared::logging;
use tasker_worker::worker::handlers::{HandlerDispatchConfig, HandlerDispatchService};
use tasker_worker::WorkerBootstrap;
use tokio::signal::unix::{signal, SignalKind};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    logging::init_tracing();
    let mut worker = WorkerBootstrap::bootstrap().await?;
    let channels = worker
        .take_dispatch_handles()
        .ok_or("the worker has no dispatch channels")?;
    let settings = &worker
        .tasker_config
        .worker
        .as_ref()
        .ok_or("the configuration has no [worker]")?
        .mpsc_channels
        .handler_dispatch;
    let (dispatch, _) = HandlerDispatchService::new(
        channels.dispatch_receiver,
        channels.completion_sender,
        Arc::new(FunctionRegistry::of(steps::all())),
        HandlerDispatchConfig {
            max_concurrent_handlers: settings.max_concurrent_handlers as usize,
            handler_timeout: Duration::from_millis(u64::from(settings.handler_timeout_ms)),
            ..HandlerDispatchConfig::default()
        },
    );
    tokio::spawn(dispatch.run());
    println!("ready");
    signal(SignalKind::terminate())?.recv().await;
    worker.stop().await?;
    Ok(())
}

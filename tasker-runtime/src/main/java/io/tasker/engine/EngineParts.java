package io.tasker.engine;

import io.tasker.internal.JacksonCodec;
import java.util.List;

/**
 * What any engine has, once all that its builder was told fits together.
 *
 * @param codec the codec
 * @param sources what templates are compiled with
 * @param workflows the workflows of the templates there are
 * @param subscriptions who wants which domain events
 */
record EngineParts(
    JacksonCodec codec,
    WorkflowSources sources,
    List<RunnableWorkflow> workflows,
    List<EventSettings.Subscription> subscriptions) {}

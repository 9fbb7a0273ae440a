package io.tasker.worker;

/**
 * How a worker is.
 *
 * @param isLive false if it does not look for steps any more and never will: restart it
 * @param isReady true if it takes steps: it was started, is not about to end and reaches the
 *     database
 * @param runningSteps how many steps it has at the moment
 * @param detail one sentence for people
 */
public record WorkerHealth(boolean isLive, boolean isReady, int runningSteps, String detail) {}

/**
 * The test kit: contexts for plain calls of handlers, and whole workflows in virtual time.
 *
 * <p>It drives the same state machine as the engine and knows no test framework but AssertJ's
 * assertion base.
 */
package io.tasker.testing;

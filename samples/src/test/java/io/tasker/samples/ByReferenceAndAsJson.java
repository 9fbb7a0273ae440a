package io.tasker.samples;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs a test class twice: with values that pass between steps by reference, as in one process, and
 * through JSON, as on a cluster. The constructor takes which.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "JSON between steps: {0}")
@ValueSource(booleans = {false, true})
public @interface ByReferenceAndAsJson {}

/**
 * What a rule is.
 *
 * <p>The two kinds of rules, and what the messages of several of them have in common. The rules
 * stand in the packages beside this one, by subject. It must not know any rule.
 */
@NullMarked
package io.tasker.processor.check.rule;

import org.jspecify.annotations.NullMarked;

/** Branches that split again, joined at the end. */
@NullMarked
package io.tasker.samples.tree;

import org.jspecify.annotations.NullMarked;

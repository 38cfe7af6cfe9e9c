/** Records what a Mac says, and asks the recording where there is no Mac. */
@NullMarked
package io.github.kextmanager.examples.recording;

import org.jspecify.annotations.NullMarked;

/** The library in the script of an installer. */
@NullMarked
package io.github.kextmanager.examples.installing;

import org.jspecify.annotations.NullMarked;

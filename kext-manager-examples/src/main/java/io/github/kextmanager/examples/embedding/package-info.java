/** The library inside another Java tool. */
@NullMarked
package io.github.kextmanager.examples.embedding;

import org.jspecify.annotations.NullMarked;

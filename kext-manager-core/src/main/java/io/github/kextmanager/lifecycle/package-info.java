/**
 * The life of a kext: the states it can be in, and how an attempt to change its state came out.
 *
 * <p>A state is derived from what one look at the kernel shows and from what was asked for; nothing
 * remembers it.
 */
package io.github.kextmanager.lifecycle;

/**
 * What is wrong with a kext, as the library of a release of macOS would say it, and what to do.
 *
 * <p>Which rules hold depends on the Mac ({@link io.github.kextmanager.model.TargetMac}). A kext
 * with failures is not always invalid, nor an invalid one always with failures; both are told.
 */
package io.github.kextmanager.validation;

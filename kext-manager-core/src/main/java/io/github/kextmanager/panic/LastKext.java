package io.github.kextmanager.panic;

/**
 * The kext that was started last, or stopped last.
 *
 * @param kext the kext
 * @param line the number of the line that says so in the text of the panic, from 1
 */
public record LastKext(PanicKext kext, int line) {}

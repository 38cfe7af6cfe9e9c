package io.github.kextmanager.doctor;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;

/**
 * Another kext than the one that is looked at, because of which that one is not loaded.
 *
 * @param identifier its identifier
 * @param bundle its bundle, as seen on the Mac
 * @param reason what is wrong with it
 */
public record Culprit(BundleIdentifier identifier, Path bundle, Reason reason) {}

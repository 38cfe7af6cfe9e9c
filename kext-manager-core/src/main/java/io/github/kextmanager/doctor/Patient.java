package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.BundleIdentifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The kext that is looked at.
 *
 * @param identifier its identifier, if anything tells it
 * @param asked the path that was named, if one was
 * @param bundle the bundle that macOS would take
 * @param copies all bundles of that identifier in the folders for extensions, and the one named
 * @param refusal why the bundle that was named cannot be opened
 */
record Patient(
    Optional<BundleIdentifier> identifier,
    Optional<Path> asked,
    Optional<RepositoryKext> bundle,
    List<RepositoryKext> copies,
    Optional<OpeningRefusal> refusal) {}

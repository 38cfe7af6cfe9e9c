package io.github.kextmanager.doctor;

import java.util.Optional;

/**
 * A place where kexts of others were looked for.
 *
 * @param place a folder as seen on the Mac, or the command that was asked
 * @param found how many kexts of others were found there; 0 if it could not be looked at
 * @param problem why not all of them, or none, could be seen: as a sentence; empty if that is all
 */
public record SearchedPlace(String place, int found, Optional<String> problem) {}

package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.RepositoryKext;

/**
 * A kext that kextfind looks at, with all that can be asked about it.
 *
 * @param kext the kext
 * @param questions answers what Apple's library is asked
 * @param dictionaries holds the property lists
 * @param code reads executables
 * @param paths tells how paths are printed
 */
record Candidate(
    RepositoryKext kext,
    KextQuestions questions,
    InfoDictionaries dictionaries,
    CodeQuestions code,
    KextPaths paths) {}

package io.github.kextmanager.dependency;

import java.util.Optional;

/**
 * What follows for a kext from its libraries, and theirs.
 *
 * @param isSound whether nothing is wrong with it nor with any of them
 * @param cycle the ring that it is part of, or that its part of the graph has
 * @param rivals those kexts, among it and them, of which there are other copies
 */
record GraphVerdict(boolean isSound, Optional<Cycle> cycle, Rivals rivals) {}

package io.github.kextmanager.validation;

import io.github.kextmanager.model.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a Mac can tell of the file with a kext's code.
 *
 * @param status whether there is one, and of what kind
 * @param architectures what it holds code for, in the order of the file; empty if that cannot be
 *     told
 * @param supportsArchitecture whether it holds code for the kernel of the Mac; a kext without code
 *     supports every kernel
 * @param uuid what tells builds apart, in the code for the kernel of the Mac
 */
public record KextExecutable(
    Status status,
    Optional<List<Architecture>> architectures,
    boolean supportsArchitecture,
    Optional<UUID> uuid) {

  /** Whether there is a file with code, and of what kind. */
  public enum Status {
    /** The kext declares none. */
    NOT_DECLARED,
    /** It is declared, but not there; or the kext whose executable it uses is not. */
    NOT_FOUND,
    /** What is in its place is a folder, a pipe or a device. */
    NOT_A_FILE,
    /** It cannot be read; from 10.15 also if it is empty. */
    NOT_READABLE,
    /** It is no Mach-O file at all. */
    NOT_MACH_O,
    /** It is a Mach-O file, but not that of a kext: broken, or without {@code _kmod_info}. */
    NO_KEXT_CODE,
    /** It holds no code for the kernel of the Mac. */
    OTHER_ARCHITECTURE,
    /** It holds the code of a kext for the kernel of the Mac. */
    KEXT_CODE
  }
}

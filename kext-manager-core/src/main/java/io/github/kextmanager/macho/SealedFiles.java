package io.github.kextmanager.macho;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a bundle that the signature of its executable covers. */
public final class SealedFiles {
  private final byte @Nullable [] infoPlist;
  private final byte @Nullable [] codeResources;

  private SealedFiles(byte @Nullable [] infoPlist, byte @Nullable [] codeResources) {
    this.infoPlist = infoPlist;
    this.codeResources = codeResources;
  }

  /**
   * No files: what covers them is {@link SlotCheck#NOT_GIVEN}.
   *
   * @return no files
   */
  public static SealedFiles none() {
    return new SealedFiles(null, null);
  }

  /**
   * Adds the property list of the bundle.
   *
   * @param bytes those of its Info.plist
   * @return these files and it
   */
  public SealedFiles withInfoPlist(byte[] bytes) {
    return new SealedFiles(bytes.clone(), codeResources);
  }

  /**
   * Adds the list of the other files of the bundle.
   *
   * @param bytes those of {@code _CodeSignature/CodeResources}
   * @return these files and it
   */
  public SealedFiles withCodeResources(byte[] bytes) {
    return new SealedFiles(infoPlist, bytes.clone());
  }

  Optional<byte[]> infoPlist() {
    return Optional.ofNullable(infoPlist);
  }

  /** What a slot covers; empty if it is not a file or was not given. */
  Optional<byte[]> of(SpecialSlot slot) {
    return switch (slot) {
      case INFO_PLIST -> Optional.ofNullable(infoPlist);
      case CODE_RESOURCES -> Optional.ofNullable(codeResources);
      default -> Optional.empty();
    };
  }
}

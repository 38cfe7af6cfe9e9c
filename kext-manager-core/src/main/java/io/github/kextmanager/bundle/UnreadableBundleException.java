package io.github.kextmanager.bundle;

import io.github.kextmanager.model.KextException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What was to be a kext's bundle is missing, or cannot be read as one. */
public final class UnreadableBundleException extends KextException {
  private static final long serialVersionUID = 1L;

  private final transient Path bundle;

  /** What is wrong. */
  private final Fault fault;

  UnreadableBundleException(Path bundle, Fault fault, String message) {
    super(message);
    this.bundle = bundle;
    this.fault = fault;
  }

  UnreadableBundleException(Path bundle, Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.bundle = bundle;
    this.fault = fault;
  }

  /** Something is there, but its property list does not make it a kext. */
  static UnreadableBundleException noKext(Path bundle, String what) {
    return new UnreadableBundleException(
        bundle, Fault.BAD_PROPERTY_LIST, "\"%s\" is no kext: %s.".formatted(bundle, what));
  }

  /** Something is there, but it cannot be a bundle. */
  static UnreadableBundleException notAFolder(Path bundle) {
    return new UnreadableBundleException(
        bundle, Fault.NOT_A_BUNDLE, "\"%s\" is not a folder.".formatted(bundle));
  }

  /** The file system did not lead there. What it says names files here, not on the Mac. */
  static UnreadableBundleException unreachable(Path bundle, IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return new UnreadableBundleException(
          bundle,
          Fault.MISSING,
          missing.getFile().equals(bundle.toString())
              ? "There is no \"%s\".".formatted(bundle)
              : "There is no \"%s\": \"%s\" is missing.".formatted(bundle, missing.getFile()),
          failure);
    }
    return new UnreadableBundleException(
        bundle,
        Fault.NOT_READABLE,
        "\"%s\" cannot be read: %s.".formatted(bundle, FailureText.of(failure)),
        failure);
  }

  /**
   * What was to be read.
   *
   * @return the path as seen on the Mac
   */
  public Path bundle() {
    return bundle;
  }

  /**
   * What is wrong with it.
   *
   * @return the kind of fault
   */
  public Fault fault() {
    return fault;
  }

  /** What can be wrong with a bundle. */
  public enum Fault {
    /** There is nothing at the path. */
    MISSING,
    /** There is something, but no bundle of a kext: no folder, another ending, a symbolic link. */
    NOT_A_BUNDLE,
    /** Its property list is missing, cannot be read, or lacks what makes it a kext. */
    BAD_PROPERTY_LIST,
    /** The file system did not let us look. */
    NOT_READABLE
  }
}

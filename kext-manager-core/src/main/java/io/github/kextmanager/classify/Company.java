package io.github.kextmanager.classify;

import java.util.List;

/**
 * What must be spoken of around a wording that others use too, so that it counts: kexts, or the
 * tool that says it.
 *
 * <p>"Incompatible architecture" is what many loaders say of many files; only beside a kext is it
 * about one.
 *
 * @param words what may stand there, in lower case; none if the wording is nobody else's
 */
record Company(List<String> words) {
  /** What a wording wants that nobody else uses. */
  static final Company NONE = new Company(List.of());

  /** What speaks of kexts, and of nothing else. */
  static final Company KEXTS =
      new Company(
          List.of(
              "kext",
              "kernel extension",
              "kernel collection",
              "auxiliary collection",
              "kmutil",
              "kernelmanagerd",
              "kmerrordomain",
              "libkern"));

  /** How far around the wording, in characters: what a paste of one command holds. */
  static final int FARTHEST = 1500;

  Company {
    words = List.copyOf(words);
  }

  /**
   * What the mark behind a weight asks for: {@code ?} kexts, {@code ?sudo} that tool.
   *
   * @param mark the mark; empty without one
   */
  static Company of(String mark) {
    if (mark.isEmpty()) {
      return NONE;
    }
    return mark.length() == 1 ? KEXTS : new Company(List.of(mark.substring(1)));
  }
}

package io.github.kextmanager.macho;

import java.util.List;

/** Whether the code is what was hashed when it was signed. */
public sealed interface PageCheck {
  /**
   * Every page has the hash that the code directory says.
   *
   * @param pages how many there are
   */
  record Match(int pages) implements PageCheck {}

  /**
   * Some pages have another hash: the file was changed, or copied badly, after it was signed.
   *
   * @param pages how many there are
   * @param differing how many of them differ
   * @param first the numbers of the first ones that differ, counted from 0
   */
  record Mismatch(int pages, int differing, List<Integer> first) implements PageCheck {
    /** Copies the list. */
    public Mismatch {
      first = List.copyOf(first);
    }
  }

  /**
   * The code directory cannot be about this code: it covers more than there is, or has not as many
   * hashes as it has pages.
   *
   * @param explanation the numbers
   */
  record Impossible(String explanation) implements PageCheck {}

  /**
   * The pages were not compared.
   *
   * @param explanation why
   */
  record NotCompared(String explanation) implements PageCheck {}
}

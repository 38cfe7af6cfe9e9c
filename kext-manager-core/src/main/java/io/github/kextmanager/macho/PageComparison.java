package io.github.kextmanager.macho;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Compares the pages of code with the hashes of a code directory, a stretch at a time. */
final class PageComparison {
  /** As many differing pages as are listed by number. */
  private static final int LISTED = 16;

  private final CodeDirectoryBlob directory;
  private final List<Integer> first = new ArrayList<>();
  private int differing;

  private PageComparison(CodeDirectoryBlob directory) {
    this.directory = directory;
  }

  static PageCheck of(SliceBytes code, CodeDirectoryBlob directory) throws IOException {
    long limit = directory.codeLimit();
    if (directory.hasScatter()) {
      return new PageCheck.NotCompared("The code directory lists pages out of order.");
    }
    if (limit > code.size()) {
      return new PageCheck.Impossible(
          "The code directory covers %d bytes, the code has %d.".formatted(limit, code.size()));
    }
    long pages = (limit + directory.pageSize() - 1) / directory.pageSize();
    if (pages != Integer.toUnsignedLong(directory.codeSlots())) {
      return new PageCheck.Impossible(
          "The code directory has %d hashes for %d pages."
              .formatted(Integer.toUnsignedLong(directory.codeSlots()), pages));
    }
    return new PageComparison(directory).compare(code, limit, (int) pages);
  }

  private PageCheck compare(SliceBytes code, long limit, int pages) throws IOException {
    MessageDigest digest = directory.hash().digest();
    int page = 0;
    long pageEnd = Math.min(directory.pageSize(), limit);
    for (long at = 0; at < limit; at += SliceBytes.CHUNK) {
      byte[] chunk = code.bytes(at, (int) Math.min(SliceBytes.CHUNK, limit - at));
      int done = 0;
      while (done < chunk.length) {
        int count = (int) Math.min(chunk.length - done, pageEnd - at - done);
        digest.update(chunk, done, count);
        done += count;
        if (at + done == pageEnd) {
          compare(page, directory.hash().finish(digest.digest()));
          page++;
          pageEnd = Math.min(pageEnd + directory.pageSize(), limit);
        }
      }
    }
    return differing == 0
        ? new PageCheck.Match(pages)
        : new PageCheck.Mismatch(pages, differing, first);
  }

  private void compare(int page, byte[] found) {
    if (!directory.isPage(page, found)) {
      differing++;
      if (first.size() < LISTED) {
        first.add(page);
      }
    }
  }
}

package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.List;

/** Reads one passage, block by block. */
final class PassageScan {
  /** Made when the first text that is not blank must be read: success is silent. */
  private static final class Known {
    static final Scanner SCANNER = new Scanner(RuleTable.read());
  }

  private final Evidence.Source source;
  private final Sieve sieve = new Sieve();
  private final TextEnds ends;

  PassageScan(Evidence.Source source) {
    this.source = source;
    this.ends = new TextEnds(source);
  }

  /** Reads the next block. */
  void read(Block block) {
    ends.add(block);
    if (!block.text().isBlank()) {
      Known.SCANNER.scan(block, source, sieve);
    }
  }

  /** What was found, in the order of the text. */
  List<Finding> findings() {
    return sieve.kept();
  }

  /** The first and the last lines. */
  List<Evidence> ends() {
    return ends.lines();
  }
}

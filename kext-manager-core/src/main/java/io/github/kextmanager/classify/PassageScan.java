package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one passage. */
final class PassageScan {
  /** Made when the first text that is not blank must be read: success is silent. */
  private static final class Known {
    static final Scanner SCANNER = new Scanner(RuleTable.read());
  }

  private final Evidence.Source source;
  private final FirstAndLast<Kind, Finding> findings = new FirstAndLast<>();
  private final TextEnds ends;

  private PassageScan(Evidence.Source source) {
    this.source = source;
    this.ends = new TextEnds(source);
  }

  /** Reads a text that is at hand. */
  static PassageScan of(String text, Evidence.Source source) {
    var scan = new PassageScan(source);
    scan.read(List.of(Block.ofAll(text)));
    return scan;
  }

  /** Reads a text of any length, as many blocks at a time as there are processors. */
  static PassageScan of(Reader text, Evidence.Source source) throws IOException {
    var scan = new PassageScan(source);
    var blocks = new BlockReader(text);
    int atATime = Runtime.getRuntime().availableProcessors();
    for (List<Block> some = next(blocks, atATime); !some.isEmpty(); some = next(blocks, atATime)) {
      scan.read(some);
    }
    return scan;
  }

  private static List<Block> next(BlockReader blocks, int count) throws IOException {
    List<Block> some = new ArrayList<>();
    for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
      some.add(block.get());
      if (some.size() == count) {
        break;
      }
    }
    return some;
  }

  private void read(List<Block> blocks) {
    blocks.forEach(ends::add);
    List<List<Finding>> found =
        blocks.size() == 1
            ? List.of(scan(blocks.get(0)))
            : blocks.parallelStream().map(this::scan).toList();
    for (List<Finding> some : found) {
      some.forEach(finding -> findings.add(Kind.of(finding.rule(), finding.support()), finding));
    }
  }

  private List<Finding> scan(Block block) {
    return block.text().isBlank() ? List.of() : Known.SCANNER.scan(block, source);
  }

  /** What was found, in the order of the text. */
  List<Finding> findings() {
    return findings.all();
  }

  /** The first and the last lines. */
  List<Evidence> ends() {
    return ends.lines();
  }
}

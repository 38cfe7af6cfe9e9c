package io.github.kextmanager.validation;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.plist.DictionaryOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Prints findings as Apple's tools do (IOKitUser, printPList_new.c).
 *
 * <p>In what order the tools print the categories, and the texts in one of them, is not specified:
 * it is that of hash tables. Here it is {@linkplain DictionaryOrder that of the open-source
 * CoreFoundation}. What Apple's library does not say is not printed.
 */
public final class DiagnosticsPrinter {
  private final MacOsVersion release;

  /**
   * A printer.
   *
   * @param release the release whose texts are printed
   */
  public DiagnosticsPrinter(MacOsVersion release) {
    this.release = release;
  }

  /**
   * The text.
   *
   * @param findings what was found
   * @return the text, with a line feed after each line; empty if nothing was found
   */
  public String print(List<Finding> findings) {
    Map<String, Map<String, Set<String>>> titled = new LinkedHashMap<>();
    byCategory(findings).forEach((category, texts) -> titled.put(category.title(), texts));
    List<String> blocks = new ArrayList<>();
    inPrintedOrder(titled)
        .forEach((title, texts) -> blocks.add(title + ": \n" + block(inPrintedOrder(texts))));
    return String.join("\n", blocks) + (blocks.isEmpty() ? "" : "\n");
  }

  /**
   * The findings under the headings of the release.
   *
   * @param findings what was found
   * @return by heading and Apple's text the values beneath it, each once and in the order in which
   *     they were found; a text without values has none
   */
  public Map<DiagnosticCategory, Map<String, Set<String>>> byCategory(List<Finding> findings) {
    Map<DiagnosticCategory, Map<String, Set<String>>> categories =
        new EnumMap<>(DiagnosticCategory.class);
    for (Finding finding : findings) {
      if (finding.text(release).isEmpty()) {
        continue;
      }
      Set<String> values =
          categories
              .computeIfAbsent(
                  finding.diagnostic().category(release), category -> new LinkedHashMap<>())
              .computeIfAbsent(finding.text(release), text -> new LinkedHashSet<>());
      finding.value(release).ifPresent(values::add);
    }
    return categories;
  }

  private static <T> Map<String, T> inPrintedOrder(Map<String, T> entries) {
    Map<String, T> ordered = new LinkedHashMap<>();
    for (String key : DictionaryOrder.ofGrown(entries.keySet())) {
      ordered.put(key, Objects.requireNonNull(entries.get(key)));
    }
    return ordered;
  }

  private static String block(Map<String, Set<String>> texts) {
    StringBuilder block = new StringBuilder();
    texts.forEach(
        (text, values) -> {
          block.append("    ").append(text).append(values.isEmpty() ? "\n" : ": \n");
          values.forEach(value -> block.append("        ").append(value).append('\n'));
        });
    return block.toString();
  }
}

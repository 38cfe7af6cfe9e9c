package io.github.kextmanager.cli.grammar;

import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes a verb: first what is its own, then the options that every verb knows. */
public final class VerbSpec {
  private final CommandSpec spec;

  private VerbSpec(CommandSpec spec) {
    this.spec = spec;
  }

  /** A verb with a line for the list of verbs, and further paragraphs for its own help. */
  public static VerbSpec of(String summary, String... paragraphs) {
    CommandSpec spec = Grammar.empty();
    spec.usageMessage().header(summary).description(spaced(paragraphs)).sortOptions(false);
    spec.usageMessage().optionListHeading("%nOptions:%n").parameterListHeading("%n");
    return new VerbSpec(spec);
  }

  private static String[] spaced(String[] paragraphs) {
    String[] spaced = new String[paragraphs.length];
    for (int i = 0; i < paragraphs.length; i++) {
      spaced[i] = "%n" + paragraphs[i];
    }
    return spaced;
  }

  /** With an option that stands there or does not. */
  public VerbSpec flag(String name, String description) {
    spec.addOption(GlobalOptions.flag(name, description));
    return this;
  }

  /** With an option that must stand there and has a value. */
  public VerbSpec required(String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(GlobalOptions.value(name, label, description)).required(true).build());
    return this;
  }

  /** With an option that has a value and may stand there. */
  public VerbSpec value(String name, String label, String description) {
    spec.addOption(GlobalOptions.value(name, label, description));
    return this;
  }

  /** With an option that has one value or more and can be repeated. */
  public VerbSpec several(String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String[].class)
            .arity("1..*")
            .paramLabel(label)
            .description(description)
            .build());
    return this;
  }

  /** With an option that has a value and can be repeated. */
  public VerbSpec repeatable(String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String[].class)
            .paramLabel(label)
            .description(description)
            .build());
    return this;
  }

  /**
   * With objects.
   *
   * @param arity how many, as picocli writes it: {@code 1}, {@code 0..*}
   */
  public VerbSpec objects(String label, String arity, String description) {
    boolean single = arity.equals("1") || arity.equals("0..1");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(single ? "0" : "0..*")
            .arity(arity)
            .required(!arity.startsWith("0"))
            .type(String[].class)
            .paramLabel(label)
            .description(description)
            .build());
    return this;
  }

  /** With one more object that must stand there. */
  public VerbSpec object(String label, String description) {
    spec.addPositional(
        positional(label, description)
            .index(Integer.toString(spec.positionalParameters().size()))
            .arity("1")
            .build());
    return this;
  }

  /** With further objects behind those that must stand there, at least one. */
  public VerbSpec others(String label, String description) {
    spec.addPositional(
        positional(label, description)
            .index(spec.positionalParameters().size() + "..*")
            .arity("1..*")
            .build());
    return this;
  }

  private static PositionalParamSpec.Builder positional(String label, String description) {
    return PositionalParamSpec.builder()
        .required(true)
        .type(String[].class)
        .paramLabel(label)
        .description(description);
  }

  /** With the option to record what is asked of the Mac. */
  public VerbSpec recordable() {
    spec.addOption(GlobalOptions.recordOption());
    return this;
  }

  /** With the option to remember what is owed. */
  public VerbSpec remembering() {
    spec.addOption(GlobalOptions.journalOption());
    return this;
  }

  /** The description. */
  public CommandSpec build() {
    GlobalOptions.addTo(spec, Set.of());
    return spec;
  }

  /** The description of a verb that looks at the files of a Mac and runs nothing there. */
  public CommandSpec buildForFiles() {
    GlobalOptions.addTo(spec, GlobalOptions.OF_RUNNING);
    return spec;
  }

  /** The description of a verb that has nothing to do with any one Mac. */
  public CommandSpec buildWithoutMac() {
    GlobalOptions.addTo(spec, GlobalOptions.OF_A_MAC);
    return spec;
  }
}

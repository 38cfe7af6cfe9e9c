package io.github.kextmanager.command.record;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is private by its form or by the label before it. In each pattern the group {@code value} is
 * what is replaced.
 *
 * <p>Every repetition is bounded, possessive or of a single class of characters, so that no text
 * takes more than linear time.
 *
 * @param pattern finds it
 * @param placeholder what stands for it
 * @param memory whether the value is worth looking for elsewhere from then on
 */
record Recognised(Pattern pattern, Placeholder placeholder, Memory memory) {
  /** Whether a value that was found under its label is looked for without it too. */
  enum Memory {
    FORGET,
    LEARN
  }

  /** {@code label = "}, {@code label: } and the same in a property list. */
  private static final String SEPARATOR =
      "(?:\"?[ \\t]{0,40}[=:][ \\t]{0,40}\"?|</key>\\s{0,40}<(?:string|data)>\\s{0,40})";

  private static final String DATA = "<[0-9A-Fa-f ]{2,400}>";

  private static final String MAIL_CHARACTER = "[\\p{L}\\p{N}._+-]";
  private static final String LABEL_OF_DOMAIN = "[\\p{L}\\p{N}-]++";

  static final List<Recognised> BEFORE_WORDS =
      List.of(
          forgotten("://(?<value>[^/\\s@:]{1,100}:[^/\\s@]{1,200})@", Placeholder.SECRET),
          forgotten("\\bBearer (?<value>[\\w.~+/=-]{8,4000})", Placeholder.SECRET),
          forgotten(
              "(?:pass(?:word|wd|phrase|code)|secret|token|api[_-]?key)"
                  + "(?:[\"']?=[\"']?|[\"'][ \\t]{0,4}:[ \\t]{0,4}[\"'])"
                  + "(?<value>[^\\s\"'&<][^\\s\"'&]{0,400})",
              Placeholder.SECRET),
          forgotten(
              "(?<!%s)(?<value>%s++(?:@|%%40)(?:%s\\.){1,9}\\p{L}{2,24})(?![\\p{L}\\p{N}])"
                  .formatted(MAIL_CHARACTER, MAIL_CHARACTER, LABEL_OF_DOMAIN),
              Placeholder.EMAIL),
          learned(
              "Serial[ _-]?Num(?:ber)?[A-Za-z]{0,20}(?: \\([a-z]{1,20}\\))?"
                  + SEPARATOR
                  + "(?<value>"
                  + DATA
                  + "|[^\\s\",;<>{}]{3,64})",
              Placeholder.SERIAL_NUMBER),
          learned(
              "(?:IOPlatformUUID|crashReporterKey|Anonymous UUID|Hardware[ _]?UUID|platform[ _]UUID|Provisioning[ _]UDID|UniqueChipID|unique-chip-id|\\bECID)"
                  + SEPARATOR
                  + "(?<value>"
                  + DATA
                  + "|[0-9A-Fa-fx-]{8,64})",
              Placeholder.HARDWARE_UUID),
          forgotten(
              "IOMACAddress" + SEPARATOR + "(?<value>" + DATA + ")", Placeholder.HARDWARE_ADDRESS),
          forgotten(
              "(?<![0-9A-Fa-f:-])(?<value>[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5})(?![0-9A-Fa-f:-])",
              Placeholder.HARDWARE_ADDRESS),
          // uname -a, as of uname(1): the name of the system, of the machine, the release.
          learned(
              "\\bDarwin (?!Kernel |Version |<)(?<value>[^\\s]{1,255}) \\d{1,3}\\.\\d{1,3}\\.\\d{1,3} ",
              Placeholder.HOST),
          // syslog(3), and log(1) in the style of syslog: the time, the machine, the sender.
          learned(
              "^[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d (?!localhost |<)(?<value>[^\\s]{1,255}) [^\\s\\[]{1,255}\\[\\d{1,10}\\]",
              Placeholder.HOST),
          learned(
              "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3,6}(?:[+-]\\d{4})? {1,2}(?!localhost |<)(?<value>[^\\s]{1,255}) [^\\s\\[]{1,255}\\[\\d{1,10}\\]",
              Placeholder.HOST));

  static final List<Recognised> AFTER_WORDS =
      List.of(
          forgotten(
              "(?:/|%2F)(?:Users|home)(?:/|%2F)(?!<|Shared(?![\\p{L}\\p{N}]))(?<value>[^/%\\s\"'<>:;,()\\[\\]\\\\]{1,255})",
              Placeholder.OTHER_USER),
          forgotten(
              "/var/folders/(?!<)(?<value>[^/\\s\"'<>]{1,255}/[^/\\s\"'<>]{1,255})",
              Placeholder.TEMPORARY_FOLDER));

  private static Recognised forgotten(String pattern, Placeholder placeholder) {
    return new Recognised(compiled(pattern), placeholder, Memory.FORGET);
  }

  private static Recognised learned(String pattern, Placeholder placeholder) {
    return new Recognised(compiled(pattern), placeholder, Memory.LEARN);
  }

  private static Pattern compiled(String pattern) {
    return Pattern.compile(pattern, CASE_INSENSITIVE | MULTILINE);
  }
}

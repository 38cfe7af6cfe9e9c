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

  /** A slash as it is, in a URL, and as JSON of Apple's own writes it. */
  private static final String SLASH = "(?:/|%2F|\\\\/)";

  /** A version of four parts looks like an address, and stands after one of these. */
  private static final String NOT_A_VERSION =
      "(?<!(?:\\b(?:com|org|net|edu|gov|io|tv|[a-z]{2})\\.[\\w.-]{1,150}[ \\t(]{1,2}"
          + "|version[\"']?(?:</key>)?[\\s:=]{0,9}[\"']?(?:<string>)?|[ (]v))";

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  /** A part of the name of a home folder. */
  private static final String HOME_WORD =
      "(?:[^/%\\s\"'<>:;,()\\[\\]\\\\]"
          + "|%(?!2F)[0-9A-F]{2}"
          + "|'(?=\\p{L})"
          + "|\\\\(?:[u][0-9A-F]{4}|[u]\\{[0-9A-F]{1,6}\\}|[0-7]{3})"
          + "){1,255}";

  private static final String SECRET_NAME =
      "(?:pass(?:word|wd|phrase|code)|secret|token|credential|api[_-]?key)";

  private static final String MAIL_CHARACTER = "[\\p{L}\\p{N}._+-]";
  private static final String LABEL_OF_DOMAIN = "[\\p{L}\\p{N}-]++";

  static final List<Recognised> BEFORE_WORDS =
      List.of(
          forgotten("://(?<value>[^/\\s@:]{1,100}:[^/\\s@]{1,200})@", Placeholder.SECRET),
          forgotten("\\bBearer (?<value>[\\w.~+/=-]{8,4000})", Placeholder.SECRET),
          forgotten(
              SECRET_NAME
                  + "[\\w-]{0,40}"
                  + "(?:[\"']?[ \\t]{0,4}=[ \\t]{0,4}[\"']?|[\"'][ \\t]{0,4}:[ \\t]{0,4}[\"'])"
                  + "(?<value>[^\\s\"'&<][^\\s\"'&]{0,400})",
              Placeholder.SECRET),
          // Not NOPASSWD: and PASSWD:, as in rules of sudo.
          forgotten(
              "(?<![a-z])(?:password|passphrase|passcode|secret|token): "
                  + "(?<value>[^\\s\"'&<][^\\s\"'&]{0,400})",
              Placeholder.SECRET),
          // A rule of sudo, or a command that a log quotes.
          forgotten(
              "(?<=[\\s\"'])--?[\\w-]{0,40}"
                  + SECRET_NAME
                  + "[ \\t](?<value>[^\\s<-][^\\s]{0,400})",
              Placeholder.SECRET),
          // The forms that GitHub, Slack, Amazon and JSON Web Tokens give away.
          forgotten(
              "\\b(?<value>gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\\w{20,255}"
                  + "|xox[abprs]-[\\w-]{10,255}|AKIA[0-9A-Z]{16}"
                  + "|eyJ[\\w-]{10,4000}\\.[\\w-]{5,4000}\\.[\\w-]{5,4000})",
              Placeholder.SECRET),
          forgotten(
              "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?<value>[^-]{1,20000})", Placeholder.SECRET),
          // sudo -l: "User jane may run the following commands on janes-mac:"
          learned(
              "^User (?!<)(?<value>[^\\s]{1,255}) (?:may run the following|is not allowed)",
              Placeholder.USER),
          learned(
              "(?:may run the following commands|is not allowed to run sudo) on "
                  + "(?!<)(?<value>[^\\s:]{1,255})",
              Placeholder.HOST),
          learned(
              "^Matching Defaults entries for (?!<)(?<value>[^\\s]{1,255}) on ", Placeholder.USER),
          learned(
              "^Matching Defaults entries for [^\\s]{1,255} on (?!<)(?<value>[^\\s:]{1,255})",
              Placeholder.HOST),
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
          // The number of the main logic board, as nvram has it.
          learned(
              "\\bMLB(?:" + SEPARATOR + "|\\t)(?<value>[A-Z0-9]{8,64})\\b",
              Placeholder.SERIAL_NUMBER),
          learned(
              "(?:IOPlatformUUID|crashReporterKey|Anonymous UUID|Hardware[ _]?UUID|platform["
                  + " _-]UUID|Provisioning[ _]UDID|UniqueChipID|unique-chip-id|\\bECID)"
                  + SEPARATOR
                  + "(?<value>"
                  + DATA
                  + "|[0-9A-Fa-fx-]{8,64})",
              Placeholder.HARDWARE_UUID),
          forgotten(
              "IOMACAddress" + SEPARATOR + "(?<value>" + DATA + ")", Placeholder.HARDWARE_ADDRESS),
          forgotten(
              "(?<![\\w:-])(?<value>[0-9A-Fa-f]{1,2}(?::[0-9A-Fa-f]{1,2}){5}"
                  + "|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5})(?![\\w:-])",
              Placeholder.HARDWARE_ADDRESS),
          forgotten(
              "(?<![\\w.~-])(?=\\d{1,3}\\.\\d{1,3}\\.)"
                  + "(?!(?:127\\.0\\.0\\.1|0\\.0\\.0\\.0|255\\.255\\.255\\.255)(?!\\d))"
                  + NOT_A_VERSION
                  + "(?<value>"
                  + OCTET
                  + "(?:\\."
                  + OCTET
                  + "){3})(?![\\w~]|\\.\\d)",
              Placeholder.NETWORK_ADDRESS),
          // Link-local, unique local and global addresses.
          forgotten(
              "(?<![\\w:])(?<value>(?:fe[89ab][0-9a-f]|f[cd][0-9a-f]{2}|[23][0-9a-f]{3})"
                  + "(?:(?::[0-9a-f]{1,4}){7}"
                  + "|(?=[0-9a-f:]{0,40}::)(?::[0-9a-f]{0,4}){2,7})(?:%[\\w.]{1,20})?)(?![\\w:])",
              Placeholder.NETWORK_ADDRESS),
          // uname -a, as of uname(1): the name of the system, of the machine, the release.
          learned(
              "\\bDarwin (?!Kernel |Version |<)(?<value>[^\\s]{1,255})"
                  + " \\d{1,3}\\.\\d{1,3}\\.\\d{1,3} ",
              Placeholder.HOST),
          // syslog(3), and log(1) in the style of syslog: the time, the machine, the sender.
          learned(
              "^[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d (?!localhost"
                  + " |<)(?<value>[^\\s]{1,255}) [^\\s\\[]{1,255}\\[\\d{1,10}\\]",
              Placeholder.HOST),
          learned(
              "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3,6}(?:[+-]\\d{4})?"
                  + " {1,2}(?!localhost |<)(?<value>[^\\s]{1,255}) [^\\s\\[]{1,255}\\[\\d{1,10}\\]",
              Placeholder.HOST));

  static final List<Recognised> AFTER_WORDS =
      List.of(
          // A name may hold spaces where a slash shows that the path goes on.
          forgotten(
              SLASH
                  + "(?:Users|home)"
                  + SLASH
                  + "(?!<|Shared(?![\\p{L}\\p{N}]))"
                  + "(?<value>"
                  + HOME_WORD
                  + "(?:(?: |\\\\ )"
                  + HOME_WORD
                  + "){0,4}(?="
                  + SLASH
                  + ")|"
                  + HOME_WORD
                  + ")",
              Placeholder.OTHER_USER),
          forgotten("(?<![\\w.~])~(?<value>[A-Za-z_][\\w.-]{0,63})(?=/)", Placeholder.OTHER_USER),
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

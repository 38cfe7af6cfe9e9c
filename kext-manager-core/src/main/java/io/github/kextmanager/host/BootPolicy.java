package io.github.kextmanager.host;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the owner of a Mac with Apple silicon lets it start, as {@code system_profiler -json
 * SPiBridgeDataType} tells it. It can be changed in recoveryOS only.
 *
 * @param secureBoot the level
 * @param kernelExtensions whether kexts of identified developers may be managed
 * @param mdm whether MDM may manage kexts, by the word of the owner
 * @param automatedMdm whether MDM may manage kexts, since the Mac was enrolled by its buyer
 * @param integrity System Integrity Protection, as the policy has it
 */
public record BootPolicy(
    SecureBoot secureBoot,
    Optional<Setting> kernelExtensions,
    Optional<Setting> mdm,
    Optional<Setting> automatedMdm,
    Optional<Setting> integrity) {

  private static final String LEVEL = "ibridge_secure_boot";
  private static final String BY_USERS = "ibridge_sb_other_kext";
  private static final String BY_MDM = "ibridge_sb_manual_mdm";
  private static final String BY_AUTOMATED_MDM = "ibridge_sb_device_mdm";
  private static final String INTEGRITY = "ibridge_sb_sip";

  /** The level of security. */
  public enum SecureBoot {
    /** Nothing but what Apple signs today; no kexts of others. */
    FULL,
    /** Kexts of others, if the owner allowed that. */
    REDUCED,
    /** As reduced, and what csrutil switches off. */
    PERMISSIVE
  }

  /**
   * Whether it lets no kext of others in, whoever approves it: under Full Security, and under
   * Reduced Security where neither users nor MDM may manage kexts.
   *
   * @return false also if who may manage them is not known
   */
  public boolean forbidsKexts() {
    return secureBoot == SecureBoot.FULL
        || (secureBoot == SecureBoot.REDUCED
            && kernelExtensions.filter(Setting.DISABLED::equals).isPresent()
            && !isEnabled(mdm)
            && !isEnabled(automatedMdm));
  }

  /**
   * Whether a line of the JSON of system_profiler tells something of it.
   *
   * @param line the line
   * @return true if so
   */
  public static boolean isToldBy(String line) {
    return Stream.of(LEVEL, BY_USERS, BY_MDM, BY_AUTOMATED_MDM)
        .anyMatch(key -> line.contains('"' + key + '"'));
  }

  private static boolean isEnabled(Optional<Setting> setting) {
    return setting.filter(Setting.ENABLED::equals).isPresent();
  }

  /**
   * Reads the JSON of system_profiler. Its keys are not localised, but its values are: on a Mac
   * that speaks French the level is {@code Sécurité maximale}. What is not English is not known.
   */
  static Optional<BootPolicy> read(String json) {
    return value(json, LEVEL)
        .flatMap(BootPolicy::level)
        .map(
            level ->
                new BootPolicy(
                    level,
                    setting(json, BY_USERS),
                    setting(json, BY_MDM),
                    setting(json, BY_AUTOMATED_MDM),
                    setting(json, INTEGRITY)));
  }

  /** Why the JSON tells no policy, as a sentence. */
  static String whyNone(String json) {
    return value(json, LEVEL)
        .map(
            level ->
                ("system_profiler calls the level of security \"%s\", and only the English words"
                        + " for it are known: it speaks the language of the user.")
                    .formatted(level))
        .orElse("system_profiler names no boot policy.");
  }

  /** One that is told twice, and differently, is not told. */
  private static Optional<String> value(String json, String key) {
    Matcher match = Pattern.compile('"' + key + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
    List<String> values = match.results().map(each -> each.group(1)).distinct().toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private static Optional<SecureBoot> level(String value) {
    for (SecureBoot level : SecureBoot.values()) {
      if (value.toUpperCase(Locale.ROOT).startsWith(level.name())) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  private static Optional<Setting> setting(String json, String key) {
    return value(json, key)
        .flatMap(
            word ->
                switch (word) {
                  case "Yes", "Enabled" -> Optional.of(Setting.ENABLED);
                  case "No", "Disabled" -> Optional.of(Setting.DISABLED);
                  default -> Optional.empty();
                });
  }
}

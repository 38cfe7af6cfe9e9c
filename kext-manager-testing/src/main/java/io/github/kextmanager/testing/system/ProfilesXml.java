package io.github.kextmanager.testing.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.testing.policy.KextPolicyProfile;
import io.github.kextmanager.testing.policy.KextPolicyProfile.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The property list that {@code profiles -C -o stdout-xml} prints, keys in the order of their
 * names; an empty dictionary where nothing is installed.
 *
 * @param isEnrolled whether there is a profile that enrols the Mac
 * @param profiles the profiles about kexts
 */
record ProfilesXml(boolean isEnrolled, List<KextPolicyProfile> profiles) {
  private static final String FRAME =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      %s
      </plist>
      """;
  private static final UUID ENROLMENT = UUID.fromString("0c6afb45-01b6-4e19-944a-123cd16381c7");

  String text() {
    String all =
        (isEnrolled ? profile(Profiles.enrolmentName(), mdm()) : "")
            + profiles.stream()
                .map(each -> profile(Profiles.name(each), kexts(each)))
                .collect(Collectors.joining());
    return FRAME.formatted(
        all.isEmpty()
            ? "<dict/>"
            : dict("<key>_computerlevel</key>\n<array>\n" + all + "</array>\n").stripTrailing());
  }

  private static String profile(String name, String item) {
    return dict(
        string("ProfileDisplayName", name)
            + string("ProfileIdentifier", name)
            + string("ProfileInstallDate", "2026-01-02 03:04:05 +0000")
            + "<key>ProfileItems</key>\n<array>\n"
            + item
            + "</array>\n"
            + string("ProfileRemovalDisallowed", "true")
            + string("ProfileType", "Configuration")
            + string("ProfileUUID", upper(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))))
            + "<key>ProfileVersion</key>\n<integer>1</integer>\n");
  }

  private static String mdm() {
    return item("com.apple.mdm", ENROLMENT, string("ServerURL", "https://mdm.example.com/mdm"));
  }

  private static String kexts(KextPolicyProfile profile) {
    return item(
        "com.apple.syspolicy.kernel-extension-policy",
        profile.payload(),
        truth("AllowNonAdminUserApprovals", profile.nonAdminApprovals())
            + truth("AllowUserOverrides", profile.userOverrides())
            + "<key>AllowedKernelExtensions</key>\n"
            + dict(
                profile.allowedKexts().entrySet().stream()
                    .map(ProfilesXml::kextsOfTeam)
                    .collect(Collectors.joining()))
            + strings("AllowedTeamIdentifiers", profile.allowedTeams()));
  }

  private static String kextsOfTeam(Map.Entry<String, List<String>> team) {
    return strings(team.getKey(), team.getValue());
  }

  private static String item(String type, UUID payload, String content) {
    return dict(
        "<key>PayloadContent</key>\n"
            + dict(content)
            + string("PayloadIdentifier", type + "." + upper(payload))
            + string("PayloadType", type)
            + string("PayloadUUID", upper(payload))
            + "<key>PayloadVersion</key>\n<integer>1</integer>\n");
  }

  private static String dict(String entries) {
    return entries.isEmpty() ? "<dict/>\n" : "<dict>\n" + entries + "</dict>\n";
  }

  private static String key(String key) {
    return "<key>" + escaped(key) + "</key>\n";
  }

  private static String string(String key, String value) {
    return key(key) + "<string>" + escaped(value) + "</string>\n";
  }

  private static String strings(String key, List<String> values) {
    return values.stream()
        .map(value -> "<string>" + escaped(value) + "</string>\n")
        .collect(Collectors.joining("", key(key) + "<array>\n", "</array>\n"));
  }

  private static String truth(String key, Permission permission) {
    return key(key) + (permission == Permission.GRANTED ? "<true/>\n" : "<false/>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String upper(UUID uuid) {
    return uuid.toString().toUpperCase(Locale.ROOT);
  }
}

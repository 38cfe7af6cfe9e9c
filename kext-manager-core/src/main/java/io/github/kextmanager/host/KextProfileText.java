package io.github.kextmanager.host;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes a configuration profile with one payload about kexts, for an MDM server: macOS takes such
 * a payload from user-approved MDM alone. The same profile always has the same identifiers, so that
 * it replaces itself.
 */
public final class KextProfileText {
  private final KextProfile profile;
  private final String name;

  /**
   * A text.
   *
   * @param profile what it is to say
   * @param name the name that people see, which also tells the profile from others
   */
  public KextProfileText(KextProfile profile, String name) {
    this.profile = profile;
    this.name = name;
  }

  /**
   * The contents of a {@code .mobileconfig} file.
   *
   * @return an XML property list
   */
  public String mobileConfig() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>PayloadContent</key>
          <array>
            <dict>
              <key>AllowUserOverrides</key>
              <%s/>
              <key>AllowNonAdminUserApprovals</key>
              <%s/>
              <key>AllowedTeamIdentifiers</key>
              <array>%s</array>
              <key>AllowedKernelExtensions</key>
              <dict>%s</dict>
        %s
              <key>PayloadType</key>
              <string>%s</string>
            </dict>
          </array>
        %s
          <key>PayloadScope</key>
          <string>System</string>
          <key>PayloadType</key>
          <string>Configuration</string>
        </dict>
        </plist>
        """
        .formatted(
            profile.overrides() == KextProfile.Overrides.ALLOWED,
            profile.approvers() == KextProfile.Approvers.EVERYBODY,
            strings(profile.teams().stream().map(TeamIdentifier::value).toList()),
            extensions(),
            common("payload").indent(6).stripTrailing(),
            KextProfile.PAYLOAD_TYPE,
            common("profile").indent(2).stripTrailing());
  }

  private String extensions() {
    var text = new StringBuilder();
    new TreeMap<>(profile.extensions())
        .forEach(
            (team, kexts) ->
                text.append("<key>%s</key><array>".formatted(escape(team)))
                    .append(strings(kexts.stream().map(BundleIdentifier::value).toList()))
                    .append("</array>"));
    return text.toString();
  }

  private String common(String part) {
    String id = UUID.nameUUIDFromBytes((part + name).getBytes(StandardCharsets.UTF_8)).toString();
    return """
        <key>PayloadDisplayName</key>
        <string>%s</string>
        <key>PayloadIdentifier</key>
        <string>io.github.kextmanager.%s</string>
        <key>PayloadUUID</key>
        <string>%s</string>
        <key>PayloadVersion</key>
        <integer>1</integer>
        """
        .formatted(escape(name), id, id.toUpperCase(Locale.ROOT));
  }

  private static String strings(List<String> texts) {
    return String.join(
        "", texts.stream().map(text -> "<string>" + escape(text) + "</string>").toList());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

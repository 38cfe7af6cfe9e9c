package io.github.kextmanager.macho;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says. Nobody was asked whether it is true, or still true.
 *
 * @param subject whom it names, as RFC 2253 writes it
 * @param issuer who issued it, as RFC 2253 writes it
 * @param serialNumber its number, in hexadecimal
 * @param notBefore from when on it holds
 * @param notAfter until when it holds
 * @param extensions the object identifiers of its extensions
 */
public record SigningCertificate(
    String subject,
    String issuer,
    String serialNumber,
    Instant notBefore,
    Instant notAfter,
    Set<String> extensions) {
  /** The extension of a leaf that is a Developer ID for applications. */
  public static final String DEVELOPER_ID_APPLICATION = "1.2.840.113635.100.6.1.13";

  /** The extension of a leaf that may sign kexts. */
  public static final String KEXT_SIGNING = "1.2.840.113635.100.6.1.18";

  /** The extension of the authority that issues Developer IDs. */
  public static final String DEVELOPER_ID_AUTHORITY = "1.2.840.113635.100.6.2.6";

  /** Copies the set. */
  public SigningCertificate {
    extensions = Set.copyOf(extensions);
  }

  static SigningCertificate of(X509Certificate certificate) {
    Set<String> extensions = new TreeSet<>();
    addAll(extensions, certificate.getCriticalExtensionOIDs());
    addAll(extensions, certificate.getNonCriticalExtensionOIDs());
    return new SigningCertificate(
        certificate.getSubjectX500Principal().getName(X500Principal.RFC2253),
        certificate.getIssuerX500Principal().getName(X500Principal.RFC2253),
        HexFormat.of().formatHex(certificate.getSerialNumber().toByteArray()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        extensions);
  }

  private static void addAll(Set<String> all, @Nullable Set<String> some) {
    if (some != null) {
      all.addAll(some);
    }
  }

  /**
   * The name of the subject, such as {@code Developer ID Application: Example Inc. (ABCDE12345)}.
   *
   * @return its common name; empty if it has none
   */
  public Optional<String> commonName() {
    return attribute("CN");
  }

  /**
   * The unit of the subject: in certificates of Apple the team identifier.
   *
   * @return its organizational unit; empty if it has none
   */
  public Optional<String> organizationalUnit() {
    return attribute("OU");
  }

  /**
   * Whether it carries the extension of a Developer ID for applications.
   *
   * @return whether it does
   */
  public boolean isDeveloperIdApplication() {
    return extensions.contains(DEVELOPER_ID_APPLICATION);
  }

  /**
   * Whether it carries the extension that kexts need.
   *
   * @return whether it does
   */
  public boolean isForKexts() {
    return extensions.contains(KEXT_SIGNING);
  }

  /**
   * Whether it carries the extension of the authority that issues Developer IDs.
   *
   * @return whether it does
   */
  public boolean isDeveloperIdAuthority() {
    return extensions.contains(DEVELOPER_ID_AUTHORITY);
  }

  /** The first attribute of a name. It is walked: a value may hold ",OU=" with a backslash. */
  private Optional<String> attribute(String name) {
    int start = 0;
    int equals = subject.indexOf('=');
    while (equals >= 0) {
      var value = new StringBuilder();
      int at = equals + 1;
      while (at < subject.length() && subject.charAt(at) != ',' && subject.charAt(at) != '+') {
        if (subject.charAt(at) == '\\' && at + 1 < subject.length()) {
          at++;
        }
        value.append(subject.charAt(at));
        at++;
      }
      if (subject.substring(start, equals).equals(name)) {
        return Optional.of(value.toString());
      }
      start = at + 1;
      equals = subject.indexOf('=', at);
    }
    return Optional.empty();
  }
}

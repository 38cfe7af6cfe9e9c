package io.github.kextmanager.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test on several releases, each time with a Mac of its own. All but the release is said by
 * {@link OnMac}, on the method or around it.
 *
 * <pre>{@code
 * @OnMacs({"10.13.6", "10.15.7", "11.7", "14", "26"})
 * @OnMac(kexts = @InstalledKext("com.example.Widget"))
 * void installs_on(SimulatedMac mac) {
 *   ...
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith({EachReleaseExtension.class, SimulatedMacExtension.class})
public @interface OnMacs {

  /**
   * The releases of macOS.
   *
   * @return one or more, such as {@code 10.15.7} or {@code 14}
   */
  String[] value();
}

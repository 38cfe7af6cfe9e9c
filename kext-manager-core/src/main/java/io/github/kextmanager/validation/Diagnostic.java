package io.github.kextmanager.validation;

import static io.github.kextmanager.validation.DiagnosticCategory.AUTHENTICATION_FAILURES;
import static io.github.kextmanager.validation.DiagnosticCategory.BOOT_LEVEL_RESTRICTIONS;
import static io.github.kextmanager.validation.DiagnosticCategory.DEPENDENCY_RESOLUTION_FAILURES;
import static io.github.kextmanager.validation.DiagnosticCategory.VALIDATION_FAILURES;
import static io.github.kextmanager.validation.DiagnosticCategory.WARNINGS;

import io.github.kextmanager.model.MacOsVersion;

/**
 * Each thing that Apple's library can find wrong with a kext, in its own words (IOKitUser,
 * OSKext.c, the constants {@code kOSKextDiagnostic...}), and what to do.
 */
public enum Diagnostic {
  /** The bundle cannot be opened. */
  BUNDLE_NOT_OPENED(
      VALIDATION_FAILURES,
      "The bundle cannot be opened.",
      "Failed to open CFBundle (unknown error).",
      "Check that the path is a folder with an Info.plist."),
  /** The Info.plist cannot be read. */
  BAD_PROPERTY_LIST(
      VALIDATION_FAILURES,
      "The Info.plist cannot be read.",
      "Can't parse info dictionary XML",
      "Write the Info.plist as plain XML: no byte-order mark, line feeds only, and no real numbers or dates."),
  /** A path cannot be formed. */
  URL_CONVERSION(
      VALIDATION_FAILURES,
      "A path cannot be formed.",
      "Internal error converting URL",
      "Give the file a shorter name without unusual characters."),
  /** A file is gone. */
  FILE_NOT_FOUND(
      VALIDATION_FAILURES, "A file is gone.", "File not found", "Install the kext again."),
  /** A file cannot be looked at. */
  STAT_FAILURE(
      VALIDATION_FAILURES,
      "A file cannot be looked at.",
      "Failed to get file info (stat failed)",
      "Check the file system, then install the kext again."),
  /** A file cannot be read. */
  FILE_ACCESS(
      VALIDATION_FAILURES,
      "A file cannot be read.",
      "File access failure; can't open, or I/O error",
      "Check that the file is no empty file or folder and can be read, then install the kext again."),
  /** A key that must be there is not. */
  MISSING_PROPERTY(
      VALIDATION_FAILURES,
      "A key that must be there is not.",
      "Info dictionary missing required property/value",
      "Add the key to the Info.plist."),
  /** A value is of the wrong kind. */
  ILLEGAL_TYPE(
      VALIDATION_FAILURES,
      "A value is of the wrong kind.",
      "Info dictionary property value is of illegal type",
      "Give the key a value of the kind that is named."),
  /** A value is none of those that are allowed. */
  ILLEGAL_VALUE(
      VALIDATION_FAILURES,
      "A value is none of those that are allowed.",
      "Info dictionary property value is illegal",
      "Give the key a value that macOS knows: for a version, such as 1.2.3 or 1.2.3b4."),
  /** The identifier or the version is too long. */
  TOO_LONG(
      VALIDATION_FAILURES,
      "The identifier or the version is too long.",
      "CFBundleIdentifier and CFBundleVersion must be < 64 characters.",
      "Shorten CFBundleIdentifier or CFBundleVersion to at most 63 characters."),
  /** It claims to stand in for versions later than itself. */
  COMPATIBLE_VERSION_TOO_HIGH(
      VALIDATION_FAILURES,
      "It claims to stand in for versions later than itself.",
      "Compatible version must be lower than current version.",
      "Make OSBundleCompatibleVersion at most CFBundleVersion, and both valid versions."),
  /** A part of the kernel has a key that it must not have. */
  FORBIDDEN_PROPERTY(
      VALIDATION_FAILURES,
      "A part of the kernel has a key that it must not have.",
      "A system kext has a property set that it shouldn't",
      "Remove the key, or OSKernelResource."),
  /** The file with its code is missing. */
  EXECUTABLE_NOT_FOUND(
      VALIDATION_FAILURES,
      "The file with its code is missing.",
      "Kext has a CFBundleExecutable property but the executable can't be found",
      "Put the file that CFBundleExecutable names into Contents/MacOS, or correct the name."),
  /** The file with its code is no code of a kext. */
  NO_KEXT_CODE(
      VALIDATION_FAILURES,
      "The file with its code is no code of a kext.",
      "Executable file doesn't contain kernel extension code (no kmod_info symbol or bad Mach-O layout).",
      "Build the executable again as a kernel extension, and do not strip its symbol _kmod_info."),
  /** It names code of its own and that of another. */
  TWO_EXECUTABLES(
      VALIDATION_FAILURES,
      "It names code of its own and that of another.",
      "Kext declares both CFBundleExecutable and CFBundleSharedExecutableIdentifier; use only one.",
      "Remove OSBundleSharedExecutableIdentifier."),
  /** The kext whose code it uses is missing. */
  SHARED_EXECUTABLE_NOT_FOUND(
      VALIDATION_FAILURES,
      "The kext whose code it uses is missing.",
      "Kext claims a shared executable with named kext, but that kext can't be found",
      "Install the kext that OSBundleSharedExecutableIdentifier names."),
  /** A driver extension names code of a kext too. */
  DRIVER_EXECUTABLE_TWICE(
      VALIDATION_FAILURES,
      "A driver extension names code of a kext too.",
      "CFBundlePackageType is DEXT and bundle declares CFBundleExecutable; use only one.",
      "Remove OSBundleSharedExecutableIdentifier from the driver extension."),
  /** A driver extension has a key of a kext. */
  DRIVER_FORBIDDEN_KEY(
      VALIDATION_FAILURES,
      "A driver extension has a key of a kext.",
      "Driver Extensions may not use the %s key; please remove.",
      "Remove the key from the driver extension."),
  /** A personality of a driver extension does not name its kext. */
  DRIVER_KERNEL_IDENTIFIER_MISSING(
      VALIDATION_FAILURES,
      "A personality of a driver extension does not name its kext.",
      "The 'CFBundleIdentifierKernel' key is required in your personality to specify the base kext to load when your kext is instantiated.",
      "Add CFBundleIdentifierKernel to the personality."),
  /** The compatible version is none. Apple's library refuses the kext without a word. */
  COMPATIBLE_VERSION_ILLEGAL(
      VALIDATION_FAILURES,
      "The compatible version is none. Apple's library refuses the kext without a word.",
      "",
      "Give OSBundleCompatibleVersion a version such as 1.2.3."),
  /**
   * Only what says that it is a kext may have an executable. Apple's library refuses the kext
   * without a word.
   */
  EXECUTABLE_OF_NO_KEXT(
      VALIDATION_FAILURES,
      "Only what says that it is a kext may have an executable. Apple's library refuses the kext without a word.",
      "",
      "Set CFBundlePackageType to KEXT."),
  /**
   * What is in the place of the executable is no file. Apple's library refuses the kext without a
   * word.
   */
  EXECUTABLE_NOT_A_FILE(
      VALIDATION_FAILURES,
      "What is in the place of the executable is no file. Apple's library refuses the kext without a word.",
      "",
      "Put the file that CFBundleExecutable names into Contents/MacOS."),
  /** A file does not belong to root and wheel, or others may write it. */
  WRONG_OWNER_OR_MODE(
      AUTHENTICATION_FAILURES,
      "A file does not belong to root and wheel, or others may write it.",
      "File owner/permissions are incorrect (must be root:wheel, nonwritable by group/other)",
      "As root: chown -R root:wheel and chmod -R go-w on the bundle."),
  /** A file is gone, or a link leads nowhere. */
  AUTHENTICATION_FILE_NOT_FOUND(
      AUTHENTICATION_FAILURES,
      "A file is gone, or a link leads nowhere.",
      "File not found",
      "Remove the link, or install the kext again."),
  /** A file cannot be looked at, so nobody can tell whose it is. */
  AUTHENTICATION_STAT_FAILURE(
      AUTHENTICATION_FAILURES,
      "A file cannot be looked at, so nobody can tell whose it is.",
      "Failed to get file info (stat failed)",
      "Check the file system and the links in the bundle, then install the kext again."),
  /** It is in no file. */
  NOT_FROM_A_FILE(
      AUTHENTICATION_FAILURES,
      "It is in no file.",
      "Kext was not created from an URL and can't be authenticated",
      "Install the kext as a bundle."),
  /** A link leads out of the bundle. */
  LINK_OUT_OF_BUNDLE(
      AUTHENTICATION_FAILURES,
      "A link leads out of the bundle.",
      "The kext contains a symlink which is either not readable or points outside of its bundle; please remove",
      "Remove the link, or put what it leads to into the bundle."),
  /** A library is missing. */
  LIBRARY_NOT_FOUND(
      DEPENDENCY_RESOLUTION_FAILURES,
      "A library is missing.",
      "No kexts found for these libraries",
      "Install the library, or correct its identifier in OSBundleLibraries."),
  /** No version of a library fits. */
  LIBRARY_INCOMPATIBLE(
      DEPENDENCY_RESOLUTION_FAILURES,
      "No version of a library fits.",
      "Only incompatible kexts found for these libraries",
      "Install a version of the library that fits, or ask for another in OSBundleLibraries."),
  /** What is named as a library is none. */
  LIBRARY_NOT_COMPATIBLE_WITH_ANY(
      DEPENDENCY_RESOLUTION_FAILURES,
      "What is named as a library is none.",
      "Kexts found for these libraries lack valid OSBundleCompatibleVersion",
      "Remove it from OSBundleLibraries, or give it an OSBundleCompatibleVersion."),
  /** The version of a library that is loaded does not fit. */
  LOADED_LIBRARY_INCOMPATIBLE(
      DEPENDENCY_RESOLUTION_FAILURES,
      "The version of a library that is loaded does not fit.",
      "Kexts already loaded for these libraries are not compatible with the requested version",
      "Unload the library, or restart."),
  /** What is loaded under the identifier of a library is none. */
  LOADED_LIBRARY_NOT_COMPATIBLE_WITH_ANY(
      DEPENDENCY_RESOLUTION_FAILURES,
      "What is loaded under the identifier of a library is none.",
      "Kexts already loaded for these libraries have no OSBundleCompatibleVersion",
      "Unload it, or restart."),
  /** A library lacks something itself. */
  INDIRECT_DEPENDENCY(
      DEPENDENCY_RESOLUTION_FAILURES,
      "A library lacks something itself.",
      "Indirect dependencies can't be resolved",
      "Look at what the library lacks."),
  /** Two versions of one kext are needed at a time. */
  SEVERAL_VERSIONS(
      DEPENDENCY_RESOLUTION_FAILURES,
      "Two versions of one kext are needed at a time.",
      "Multiple kexts for these libraries occur in the dependency graph",
      "Ask for versions that one kext satisfies."),
  /** Kexts need each other. */
  CIRCULAR(
      DEPENDENCY_RESOLUTION_FAILURES,
      "Kexts need each other.",
      "Some dependencies are causing circular references",
      "Remove the loop from OSBundleLibraries."),
  /** A library is invalid. */
  INVALID_DEPENDENCY(
      DEPENDENCY_RESOLUTION_FAILURES,
      "A library is invalid.",
      "Dependencies have validation problems",
      "Look at what is wrong with the library."),
  /** A library belongs to the wrong user, or others may write it. */
  INAUTHENTIC_DEPENDENCY(
      DEPENDENCY_RESOLUTION_FAILURES,
      "A library belongs to the wrong user, or others may write it.",
      "Dependencies have incorrect owner/permissions",
      "Look at the files of the library."),
  /** A 64-bit kext needs libraries of 32-bit kernels. */
  KERNEL_COMPONENTS_IN_64_BIT(
      DEPENDENCY_RESOLUTION_FAILURES,
      "A 64-bit kext needs libraries of 32-bit kernels.",
      "64-bit kexts must use com.apple.kpi.* libraries, not com.apple.kernel* libraries.",
      "Name com.apple.kpi.* libraries in OSBundleLibraries."),
  /** It needs the kernel as a whole. */
  WHOLE_KERNEL(
      DEPENDENCY_RESOLUTION_FAILURES,
      "It needs the kernel as a whole.",
      "Kexts may not link against com.apple.kernel; use either com.apple.kpi.* libraries (recommended), or com.apple.kernel.* (for compatiblity with older releases).",
      "Name com.apple.kpi.* libraries in OSBundleLibraries."),
  /** It needs what is for Apple alone. */
  PRIVATE_KPI(
      DEPENDENCY_RESOLUTION_FAILURES,
      "It needs what is for Apple alone.",
      "Only Apple kexts may link against com.apple.kpi.private.",
      "Remove com.apple.kpi.private from OSBundleLibraries."),
  /** An interface does not have one library. */
  INTERFACE_DEPENDENCIES(
      DEPENDENCY_RESOLUTION_FAILURES,
      "An interface does not have one library.",
      "Interface kext must have exactly one dependency.",
      "Name exactly one library in OSBundleLibraries."),
  /** It needs the kernel as a whole and in parts. */
  BOTH_KERNEL_STYLES(
      DEPENDENCY_RESOLUTION_FAILURES,
      "It needs the kernel as a whole and in parts.",
      "Libraries declared for both com.apple.kernel and a com.apple.kernel.* component.",
      "Name com.apple.kpi.* libraries in OSBundleLibraries."),
  /** A value is of the wrong kind, and is not used. */
  INCORRECT_TYPE(
      WARNINGS,
      "A value is of the wrong kind, and is not used.",
      "Info dictionary property value is of incorrect type",
      "Give the key a value of the kind that is named."),
  /** A part of the kernel says that it is no interface. */
  KERNEL_COMPONENT_NO_INTERFACE(
      WARNINGS,
      "A part of the kernel says that it is no interface.",
      "Kext is a kernel component but OSBundleIsInterface is set to false; overriding",
      "Remove OSBundleIsInterface."),
  /** It has no code for this kernel. */
  ARCHITECTURE_NOT_FOUND(
      WARNINGS,
      "It has no code for this kernel.",
      "Executable does not contain code for architecture",
      "Install a build of the kext for this architecture."),
  /** There is a symbolic link. */
  LINK_IN_BUNDLE(
      WARNINGS,
      "There is a symbolic link.",
      "The booter does not recognize symbolic links; confirm these files/directories aren't needed for startup",
      "Replace the link by what it leads to."),
  /** A key is out of date. */
  DEPRECATED_PROPERTY(
      WARNINGS, "A key is out of date.", "Deprecated property (ignored)", "Remove the key."),
  /** A personality does not name its kext. */
  PERSONALITY_WITHOUT_IDENTIFIER(
      WARNINGS,
      "A personality does not name its kext.",
      "Personality has no CFBundleIdentifier; the kext's identifier will be inserted when sending to the IOCatalogue",
      "Add CFBundleIdentifier to the personality."),
  /** A personality names another kext. */
  PERSONALITY_OF_ANOTHER(
      WARNINGS,
      "A personality names another kext.",
      "Personality CFBundleIdentifier differs from containing kext's (not necessarily a mistake, but rarely done)",
      "Check that the personality is meant for the kext that it names."),
  /** A personality names a kext that is missing. */
  PERSONALITY_TARGET_NOT_FOUND(
      WARNINGS,
      "A personality names a kext that is missing.",
      "Personality CFBundleIdentifier names a kext that can't be found",
      "Install the kext that the personality names."),
  /** A personality names a kext without code. */
  PERSONALITY_TARGET_WITHOUT_CODE(
      WARNINGS,
      "A personality names a kext without code.",
      "Personality CFBundleIdentifier names a kext that doesn't declare an executable",
      "Name the kext that holds the IOClass of the personality."),
  /** A personality names a kext that cannot be loaded. */
  PERSONALITY_TARGET_NOT_LOADABLE(
      WARNINGS,
      "A personality names a kext that cannot be loaded.",
      "Personality CFBundleIdentifier names a kext that is not loadable (run kextutil(8) on it with -nt for more information)",
      "Look at what is wrong with the kext that the personality names."),
  /** A personality may get in the way of others. */
  RESOURCE_MATCH(
      WARNINGS,
      "A personality may get in the way of others.",
      "Personality matches on IOResources but IOMatchCategory is missing or not equal to its IOClass; driver may be blocked from matching or may block others",
      "Set IOMatchCategory of the personality to its IOClass."),
  /** It has no code but needs libraries. */
  LIBRARIES_WITHOUT_CODE(
      WARNINGS,
      "It has no code but needs libraries.",
      "Kext has no executable or compatible version, so it should not declare any OSBundleLibraries.",
      "Remove OSBundleLibraries."),
  /** It names no library of the kernel. */
  NO_KERNEL_LIBRARIES(
      WARNINGS,
      "It names no library of the kernel.",
      "Kext declares no kernel/KPI libraries; if it references any kernel symbols, it may fail to link.",
      "Name the com.apple.kpi.* libraries that it uses in OSBundleLibraries."),
  /** It names no programming interface of the kernel. */
  NO_KPI_LIBRARIES(
      WARNINGS,
      "It names no programming interface of the kernel.",
      "Kext declares no com.apple.kpi.* libraries; if it references any kernel symbols, it may fail to link.",
      "Name the com.apple.kpi.* libraries that it uses in OSBundleLibraries."),
  /** It mixes old and new libraries of the kernel. */
  MIXED_KERNEL_LIBRARIES(
      WARNINGS,
      "It mixes old and new libraries of the kernel.",
      "Kexts should declare dependencies on either com.apple.kernel* or com.apple.kpi.* libraries, not both.",
      "Name only com.apple.kpi.* libraries in OSBundleLibraries."),
  /** Its code has another name than its identifier. */
  MODULE_NAME_DIFFERS(
      WARNINGS,
      "Its code has another name than its identifier.",
      "Kexts with a kernel library < v6.0 must set MODULE_NAME the same as CFBundleIdentifier to load on kernel < v6.0.",
      "Build it with MODULE_NAME set to its CFBundleIdentifier."),
  /** Its code has another version than its bundle. */
  MODULE_VERSION_DIFFERS(
      WARNINGS,
      "Its code has another version than its bundle.",
      "Kexts with a kernel library < v6.0 must set MODULE_VERSION the same as CFBundleVersion to load on kernel < v6.0.",
      "Build it with MODULE_VERSION set to its CFBundleVersion."),
  /** A library may be missing when it is needed in the early boot. */
  DEPENDENCY_NOT_IN_EARLY_BOOT(
      WARNINGS,
      "A library may be missing when it is needed in the early boot.",
      "Dependency lacks appropriate value for OSBundleRequired and may not be available during early boot",
      "Give the library a value of OSBundleRequired that fits."),
  /** It has no signature. */
  NOT_SIGNED(
      WARNINGS,
      "It has no signature.",
      "Kext is not signed",
      "Sign the kext with a certificate for kernel extensions."),
  /** It is not loaded in a safe boot. */
  NOT_IN_SAFE_BOOT(
      BOOT_LEVEL_RESTRICTIONS,
      "It is not loaded in a safe boot.",
      "Kext isn't loadable during safe boot.",
      "Start the Mac as usual; or set OSBundleRequired if the kext must be there in a safe boot."),
  /** A library is not loaded in a safe boot. */
  DEPENDENCIES_NOT_IN_SAFE_BOOT(
      BOOT_LEVEL_RESTRICTIONS,
      "A library is not loaded in a safe boot.",
      "Dependencies aren't loadable during safe boot",
      "Start the Mac as usual."),
  /** An Apple driver extension has a wrong value. */
  DRIVER_REQUIRED_VALUE(
      BOOT_LEVEL_RESTRICTIONS,
      "An Apple driver extension has a wrong value.",
      "Driver Extension lacks appropriate value for OSBundleRequired, and will not be launched without kextd present. Use one of 'DriverKit' or 'Safe Boot.'",
      "Set OSBundleRequired to DriverKit or Safe Boot."),
  /** A driver extension that is not Apple's asks for the early boot. */
  DRIVER_THIRD_PARTY_REQUIRED(
      BOOT_LEVEL_RESTRICTIONS,
      "A driver extension that is not Apple's asks for the early boot.",
      "Third-party Driver Extensions are ineligible to run in Safe Boot, or match on devices during early boot. Please remove the OSBundleRequired key from your Info.plist.",
      "Remove OSBundleRequired."),
  /** A kext has a value that is for driver extensions. */
  KEXT_DRIVERKIT_REQUIRED(
      BOOT_LEVEL_RESTRICTIONS,
      "A kext has a value that is for driver extensions.",
      "Kexts may not use the DriverKit value for OSBundleRequired.",
      "Set OSBundleRequired to another value.");

  private static final MacOsVersion LION = new MacOsVersion(10, 7, 0);
  private static final MacOsVersion HIGH_SIERRA = new MacOsVersion(10, 13, 0);

  private final DiagnosticCategory category;
  private final String rule;
  private final String text;
  private final String remedy;

  Diagnostic(DiagnosticCategory category, String rule, String text, String remedy) {
    this.category = category;
    this.rule = rule;
    this.text = text;
    this.remedy = remedy;
  }

  /**
   * The heading under which a release prints it.
   *
   * @param release a release of macOS
   * @return the category
   */
  public DiagnosticCategory category(MacOsVersion release) {
    if (category != BOOT_LEVEL_RESTRICTIONS || release.isAtLeast(LION)) {
      return category;
    }
    return this == DEPENDENCIES_NOT_IN_SAFE_BOOT
        ? DEPENDENCY_RESOLUTION_FAILURES
        : VALIDATION_FAILURES;
  }

  /**
   * What is wrong, in our words.
   *
   * @return a sentence or two
   */
  public String rule() {
    return rule;
  }

  /**
   * Apple's text in a release. In one of them {@code %s} stands for a key.
   *
   * @param release a release of macOS
   * @return the text; empty where Apple's library says nothing
   */
  public String text(MacOsVersion release) {
    return this == DEPENDENCY_NOT_IN_EARLY_BOOT && !release.isAtLeast(HIGH_SIERRA)
        ? text.replace("available", "availalble")
        : text;
  }

  /**
   * What to do about it.
   *
   * @return one sentence
   */
  public String remedy() {
    return remedy;
  }
}

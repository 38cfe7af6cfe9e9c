package io.github.kextmanager.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppleCopyrightTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Copyright © 2018 Apple Inc. All rights reserved.",
        "Copyright © 2004-2018 Apple Inc. All rights reserved.",
        "Copyright © 2001 , 2004-2018\t2020 Apple Inc. All rights reserved.",
        "1.0, Copyright © 2018 Apple Inc. All rights reserved. Really.",
        "Copyright ©  Apple Inc. All rights reserved."
      })
  void takes_years_and_ranges_of_years(String notice) {
    assertThat(AppleCopyright.isIn(notice)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Copyright (c) 2018 Apple Inc. All rights reserved.",
        "Copyright © 2018 Example Corp. All rights reserved.",
        "Copyright © 18 Apple Inc. All rights reserved.",
        "Copyright © 2004-18 Apple Inc. All rights reserved.",
        "Copyright © 2004 - 2018 Apple Inc. All rights reserved.",
        "Copyright © Apple Inc. All rights reserved.",
        " Apple Inc. All rights reserved. Copyright © 2018"
      })
  void takes_nothing_else(String notice) {
    assertThat(AppleCopyright.isIn(notice)).isFalse();
  }
}

package org.hutong.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class WelcomeTest {

    @Test
    void saysWhereToGoAndAsWhom() {
        String text = Welcome.text("http://localhost:8080", new DemoGuide() {
            @Override
            public List<Account> accounts() {
                return List.of(new Account("wenfeng", "secret-1", "李红", "民政专员", "文峰街道", "civil-affairs"));
            }

            @Override
            public List<Persona> personas() {
                return List.of(new Persona("王小明", "110101199003074477", "13900000001", "lives alone"));
            }
        }, null);
        assertThat(text).contains("open http://localhost:8080", "http://localhost:8080/officer/", "wenfeng", "secret-1", "文峰街道", "王小明", "13900000001", "Ctrl-C");
    }

    @Test
    void saysOnlyWhereToGoWithoutTheDemoTown() {
        assertThat(Welcome.text("https://hutong.example", null, null)).contains("open https://hutong.example").doesNotContain("Officers", "no account");
    }

    @Test
    void givesTheLinkOfTheFirstSetupWhereThereIsNoAccount() {
        assertThat(Welcome.text("https://hutong.example", null, "/officer/setup#abc")).contains("https://hutong.example/officer/setup#abc", "首次设置");
    }
}

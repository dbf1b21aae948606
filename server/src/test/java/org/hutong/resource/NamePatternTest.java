package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officers type for a name. */
class NamePatternTest {

    private static boolean finds(String typed, String name) {
        return NamePattern.pinyin(typed).map(pattern -> Pattern.compile(pattern).matcher(name).find()).orElse(false);
    }

    @ParameterizedTest
    @CsvSource({
        "zhangyouxiang, 张友香", "zhang youxiang, 张友香", "Zhang You Xiang, 张友香", "zhang'youxiang, 张友香", "zyx, 张友香", "zhangyx, 张友香", "zhyx, 张友香", "zhangyoux, 张友香",
        "zhangyouxia, 张友香", "zhang, 张友香", "zha, 张友香", "zy, 张友香", "ouyang, 欧阳修", "oyx, 欧阳修", "xian, 冼星海", "xian, 西安", "xianxian, 冼先",
        "shan, 单田芳", "dan, 单田芳", "xiezhen, 解珍", "zengguofan, 曾国藩", "qiu, 仇英", "lv, 吕布", "lü, 吕布", "nan, 南霁云", "an, 安娜", "fangan, 方安", "fangan, 房安"})
    void isReadFromTheBeginning(String typed, String name) {
        assertThat(finds(typed, name)).as(typed).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"youxiang, 张友香", "zhangyouxiangg, 张友香", "zx, 张友香", "zhangxiang, 张友香", "wang, 张友香", "zhangyouxiangming, 张友香", "zyxx, 张友香"})
    void isNotFoundOtherwise(String typed, String name) {
        assertThat(finds(typed, name)).as(typed).isFalse();
    }

    @Test
    void charactersAndMarksAreNoPinyin() {
        assertThat(NamePattern.pinyin("张")).isEmpty();
        assertThat(NamePattern.pinyin("zhang1")).isEmpty();
        assertThat(NamePattern.pinyin("%")).isEmpty();
        assertThat(NamePattern.pinyin("[a]")).isEmpty();
        assertThat(NamePattern.pinyin("")).isEmpty();
        assertThat(NamePattern.pinyin("a".repeat(41))).isEmpty();
    }

    @Test
    void thePatternStaysShort() {
        for (String typed : new String[] {"zhangyouxiang", "z", "zyx", "zhangyx", "zzzzzz", "aaaaaaaaaaaaaaaa", "xianxianxian", "shishishishi", "nananananana"}) {
            assertThat(NamePattern.pinyin(typed).orElse("").length()).as(typed).isLessThan(20_000);
        }
    }
}

package org.hutong.town;

import java.util.Arrays;
import java.util.List;

/** Invented names, as frequent as in a city of Jiangsu: surnames of one and two characters, rare characters, names of other peoples. */
final class Names {
    /** Surname and share in thousands. */
    private static final String SURNAMES = "陈 82 王 71 张 68 徐 46 李 44 朱 41 吴 40 周 38 陆 30 黄 29 顾 27 沈 26 施 24 钱 21 季 20 刘 20 曹 19 杨 18 "
            + "孙 17 陶 15 倪 14 赵 14 丁 14 葛 13 冯 13 蔡 13 俞 12 姜 12 宋 11 汤 11 严 11 许 11 何 10 马 10 薛 10 郭 9 胡 9 袁 9 邱 9 樊 8 "
            + "石 8 缪 8 管 8 成 8 印 7 韩 7 高 7 唐 7 瞿 7 谢 7 茅 7 江 7 蒋 6 潘 6 殷 6 邵 6 罗 6 吉 6 戴 6 保 5 龚 5 范 5 林 5 仇 5 田 5 秦 5 习 5 "
            + "彭 5 黎 4 于 4 任 4 尤 4 曾 4 卢 4 方 4 桑 4 郑 4 杜 4 凌 4 盛 4 金 4 魏 4 苏 4 冒 3 卞 3 花 3 苗 3 奚 3 羌 3 邢 3 章 3 符 3 夏 3 叶 3 "
            + "余 3 崔 3 汪 3 单 3 申 3 龙 2 孟 2 康 2 侯 2 尹 2 白 2 常 2 武 2 段 2 雷 2 贾 2 庄 2 阮 2 尚 2 查 2 佘 1 钮 1 郁 1 宗 1 颜 1 闵 1";
    private static final String DOUBLE = "欧阳 诸葛 司马 上官 皇甫 令狐 尉迟 夏侯 东方 司徒 公孙 闻人 端木";
    /** Characters outside the basic plane or seldom in fonts, all in GB 18030-2022. */
    private static final String[] RARE = {"𬭚", "𬭼", "𪩘", "䶮", "㛃", "𣲗", "𬍛", "𫘧", "𬱖", "𬴂", "䂮", "𫍽", "𬣙", "𫞩", "𬇙", "㭎", "𫖯", "𬀩", "𬘯", "𫓯"};
    private static final String[] RARE_SURNAMES = {"㚲", "仉", "昝", "逄", "厍", "亓", "𨟠"};

    private static final String[] M1 = split("志 文 国 金 汉 永 玉 锦 学 德 如 宝 长 银 福 树 兆 祖 士 炳");
    private static final String[] M1B = split("明 林 才 祥 生 华 余 山 贵 元 兴 良 如 泉 康 发 昌 成 清 高");
    private static final String[] F1 = split("秀 桂 玉 兰 素 凤 美 淑 惠 月 金 巧 友 锦 彩 翠 银 瑞 如 菊");
    private static final String[] F1B = split("英 兰 珍 芳 华 珠 娥 琴 凤 云 莲 香 芬 贞 如 林 美 清 兄 娣");
    private static final String[] M2 = split("建 国 卫 志 永 红 新 爱 学 海 向 正 跃 春 晓 利 忠 兵 维 汉");
    private static final String[] M2B = split("国 华 军 平 明 东 民 忠 林 兵 强 新 斌 荣 生 祥 飞 伟 峰 良");
    private static final String[] F2 = split("建 爱 红 小 海 丽 美 晓 卫 玉 春 秋 亚 惠 志 文 雪 冬 国 新");
    private static final String[] F2B = split("芳 华 萍 琴 英 红 梅 霞 燕 兰 云 娟 玲 珍 凤 平 勤 军 敏 香");
    private static final String[] M3 = split("晓 海 志 俊 小 振 建 永 文 伟 春 亚 明 国 林 宏 少 鹏 红 金");
    private static final String[] M3B = split("东 峰 军 华 明 辉 杰 飞 勇 磊 斌 林 涛 伟 鹏 健 波 亮 超 建");
    private static final String[] F3 = split("晓 海 丽 小 亚 燕 静 春 雪 秋 红 文 慧 玲 志 丹 艳 佳 金 美");
    private static final String[] F3B = split("燕 娟 丽 霞 红 梅 萍 芳 玲 琴 敏 莉 云 华 静 艳 洁 蓉 凤 平");
    private static final String[] M4 = split("子 浩 宇 俊 嘉 梓 天 文 思 一 睿 博 泽 明 逸 家 瑞 景 承 奕");
    private static final String[] M4B = split("轩 涵 宇 豪 杰 辰 晨 阳 泽 诚 然 睿 航 凡 昊 希 洋 铭 恒 霖");
    private static final String[] F4 = split("子 雨 欣 梓 思 诗 佳 嘉 语 可 一 若 梦 紫 书 雅 奕 沐 婉 晨");
    private static final String[] F4B = split("涵 萱 怡 彤 琪 妍 妤 婷 瑶 悦 桐 然 宁 汐 馨 雯 熙 玥 琳 溪");
    private static final String[] SINGLE_M = split("伟 强 磊 军 勇 杰 斌 涛 明 超 亮 刚 鹏 飞 波 辉 俊 峰 健 凯");
    private static final String[] SINGLE_F = split("芳 静 丽 艳 娟 敏 燕 霞 婷 玲 莉 倩 丹 洁 颖 雪 慧 琳 云 萍");
    private static final String[] UYGHUR_M = split("阿卜杜热合曼 买买提 艾尔肯 吐尔逊 图尔荪江 阿卜杜外力 努尔麦麦提 伊敏江 玉素甫艾力 木合塔尔 库尔班江 麦麦提敏");
    private static final String[] UYGHUR_F = split("古丽米热 阿依古丽 热依汗古丽 帕提古丽 祖丽菲娅 米热古丽 阿孜古丽 茹鲜古丽 努尔比耶 哈丽旦木");
    private static final String[] UYGHUR_LAST = split("艾则孜 买买提 吐尔洪 阿卜力孜 热合曼 依明 托合提 麦提图尔荪 阿布都热依木 斯迪克 肉孜麦麦提 库尔班尼亚孜");
    private static final String[] TIBETAN = split("扎西 多吉 次仁 卓玛 央金 格桑 顿珠 旺堆 德吉 平措 拉姆 白玛 洛桑 尼玛");
    private static final String[] MONGOLIAN = split("巴特尔 乌兰图雅 孟和 其其格 苏日娜 呼和 额尔敦 娜仁花 格日勒图 萨仁");

    private static final String[] FAMILY;
    private static final double[] FAMILY_WEIGHTS;

    static {
        String[] words = SURNAMES.split(" ");
        FAMILY = new String[words.length / 2];
        double[] weights = new double[FAMILY.length];
        for (int i = 0; i < FAMILY.length; i++) {
            FAMILY[i] = words[2 * i];
            weights[i] = Integer.parseInt(words[2 * i + 1]);
        }
        FAMILY_WEIGHTS = Dice.cumulative(weights);
    }

    private Names() {
    }

    private static String[] split(String words) {
        return words.split(" ");
    }

    static List<String> rareCharacters() {
        return Arrays.asList(RARE);
    }

    static String surname(Dice dice) {
        double roll = dice.unit();
        if (roll < 0.0015) {
            return dice.pick(split(DOUBLE));
        }
        if (roll < 0.0022) {
            return dice.pick(RARE_SURNAMES);
        }
        return FAMILY[dice.weighted(FAMILY_WEIGHTS)];
    }

    /** A name for somebody born in that year, with the family's surname unless the people has its own way of naming. */
    static String full(String surname, boolean male, int born, String ethnic, Dice dice) {
        return switch (ethnic) {
            case "05" -> dice.pick(male ? UYGHUR_M : UYGHUR_F) + "·" + dice.pick(UYGHUR_LAST);
            case "04" -> dice.pick(TIBETAN) + dice.pick(TIBETAN);
            case "02" -> dice.pick(MONGOLIAN);
            default -> surname + given(male, born, dice);
        };
    }

    private static String given(boolean male, int born, Dice dice) {
        if (dice.chance(0.004)) {
            return (dice.chance(0.5) ? dice.pick(male ? M4 : F4) : "") + dice.pick(RARE);
        }
        double single = born < 1960 ? 0.08 : born < 1970 ? 0.18 : born < 1995 ? 0.34 : 0.1;
        if (dice.chance(single)) {
            return dice.pick(male ? SINGLE_M : SINGLE_F);
        }
        if (born < 1950) {
            return male ? dice.pick(M1) + dice.pick(M1B) : dice.pick(F1) + dice.pick(F1B);
        }
        if (born < 1970) {
            return male ? dice.pick(M2) + dice.pick(M2B) : dice.pick(F2) + dice.pick(F2B);
        }
        if (born < 1995) {
            return male ? dice.pick(M3) + dice.pick(M3B) : dice.pick(F3) + dice.pick(F3B);
        }
        return male ? dice.pick(M4) + dice.pick(M4B) : dice.pick(F4) + dice.pick(F4B);
    }
}

//! Where every assumption acts, and the equation it stands in.

use crate::said::Said;

/// Where a group of assumptions acts and the equation it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Phase of the year, and whose.
    pub acts: Said,
    /// The equation, in words and signs.
    pub equation: Said,
}

/// Stems of assumption ids, the longest that fits counts.
const RULES: &[(&str, Said, Said)] = &[
    (
        "observation_sd.",
        Said::new(
            "no phase: the chance of a year and the bands of provinces; nothing else sees it",
            "không thuộc bước nào: chỉ dùng cho xác suất của một năm và dải giá trị của tỉnh, thành phố; không phần nào khác dùng đến",
        ),
        Said::new(
            "published figure of a province = figure * exp(sd * normal score), fresh each year",
            "số công bố của tỉnh = giá trị * exp(sd * điểm z), lấy lại mỗi năm",
        ),
    ),
    (
        "quota.",
        Said::new(
            "Measure: official beds, which write nothing to the model",
            "Đo lường: số giường theo thống kê chính thức, không ghi gì vào mô hình",
        ),
        Said::new(
            "g[t] = clip(long + phi (g[t-1] - long) + sd z[t]); official beds per head = base * exp(g[1] + ... + g[t]) * (built / (base built * exp(reference t)))^built_share * exp(u) / weighted mean of exp(u), u[t] = (1 - converge) u[t-1] - converge * distance from the nation + local_sd z, less its weighted mean",
            "g[t] = clip(long + phi (g[t-1] - long) + sd z[t]); giường chính thức trên đầu người = năm gốc * exp(g[1] + ... + g[t]) * (thực kê / (thực kê năm gốc * exp(reference t)))^built_share * exp(u) / trung bình có trọng số của exp(u), u[t] = (1 - converge) u[t-1] - converge * khoảng cách so với cả nước + local_sd z, trừ trung bình có trọng số của các tỉnh",
        ),
    ),
    (
        "expected.",
        Said::new(
            "Measure: people with what the flow model misses; targets on people are judged on them",
            "Đo lường: số người, cộng phần mô hình luồng nhân lực bỏ sót; chỉ tiêu về nhân lực được đánh giá theo số này",
        ),
        Said::new(
            "expected = people * exp(E[t] + v), E[t] = E[t-1] + x[t], x[t] = phi x[t-1] + sd z[t]; v as the local walk of official beds",
            "expected = số người * exp(E[t] + v), E[t] = E[t-1] + x[t], x[t] = phi x[t-1] + sd z[t]; v như bước riêng của từng tỉnh trong số giường chính thức",
        ),
    ),
    (
        "recount.",
        Said::new(
            "Measure: heads counted beyond people",
            "Đo lường: số người được thống kê ngoài số người làm việc trong mô hình",
        ),
        Said::new(
            "official count = expected people + R[t]; R = 0 (stopped), pool * (1 - (1 - rate)^t), or flow * t until the last year of registration",
            "số chính thức = số người expected + R[t]; R = 0 (đã dừng), pool * (1 - (1 - rate)^t), hoặc flow * t cho đến năm cuối còn đăng ký",
        ),
    ),
    (
        "pool.",
        Said::new(
            "Base year: people with a degree who work and are not yet counted",
            "Năm gốc: người có bằng, đang làm việc mà chưa được thống kê",
        ),
        Said::new(
            "T[first] = counted / (1 - outside); T[y+1] = T[y] (1 - loss) + graduates[y] * entry * coverage; pool = max(0, T[base] - (1 - overcount) * official)",
            "T[năm đầu] = số được thống kê / (1 - outside); T[y+1] = T[y] (1 - loss) + tốt nghiệp[y] * entry * coverage; pool = max(0, T[năm gốc] - (1 - overcount) * số chính thức)",
        ),
    ),
    (
        "track.",
        Said::new(
            "Care: followed indicators, each year; initiatives add to them",
            "Khám chữa bệnh: các chỉ số theo dõi, mỗi năm; chương trình can thiệp làm tăng thêm",
        ),
        Said::new(
            "log odds between the bounds[t] = log odds[t-1] + steep * (trend + noise_sd * score + response * (1 - exp(-money / response_money))); published = level + observation_sd * score; scores of provinces province_ratio times the nation's, centred; base: drawn where none is published, provinces without a value province_sd about the rest",
            "log odds giữa hai cận[t] = log odds[t-1] + độ dốc * (trend + noise_sd * điểm z + response * (1 - exp(-số tiền / response_money))); số công bố = mức thực + observation_sd * điểm z; điểm z của tỉnh bằng province_ratio lần của cả nước, quy về trung bình 0; năm gốc: lấy ngẫu nhiên nếu chưa công bố, tỉnh không có giá trị thì lệch province_sd quanh phần còn lại",
        ),
    ),
    (
        "milestone.",
        Said::new(
            "Construction: milestones are reached",
            "Xây dựng: hoàn thành các mốc công việc",
        ),
        Said::new(
            "delay = 0 for the share on_time, else on straight lines between the delays of real projects of the class",
            "độ trễ = 0 với tỷ lệ on_time, ngoài ra nội suy tuyến tính giữa các độ trễ của dự án thực tế cùng loại",
        ),
    ),
    (
        "demo.",
        Said::new(
            "Demography: people of each province, each year",
            "Dân số: dân số từng tỉnh, thành phố, mỗi năm",
        ),
        Said::new(
            "w = N exp((1 - natural_shrink) * (natural - mean) + mean + migration_mult * migration); N' = w * (sum of N * official growth) / sum of w * exp(growth_drift + e_nation + e_province), e with autocorrelation shock_ar, provincial e centred by people",
            "w = N exp((1 - natural_shrink) * (tăng tự nhiên - trung bình) + trung bình + migration_mult * di cư); N' = w * (tổng N * mức tăng chính thức) / tổng w * exp(growth_drift + e_nation + e_province), e có tự tương quan shock_ar, e của tỉnh quy về trung bình 0 theo dân số",
        ),
    ),
    (
        "demo.share60_slope",
        Said::new(
            "Demography: people aged 60 and over",
            "Dân số: người từ 60 tuổi trở lên",
        ),
        Said::new(
            "share60[t] = share60[base] + slope * (t - base)",
            "share60[t] = share60[năm gốc] + slope * (t - năm gốc)",
        ),
    ),
    (
        "base.",
        Said::new(
            "Base year: single figures of the tables hold in every future; a range holds 80 of 100, its value their median",
            "Năm gốc: số liệu đơn trong các bảng giữ nguyên trong mọi lượt mô phỏng; một khoảng chứa 80 trên 100 lượt, giá trị đã cho là trung vị",
        ),
        Said::new(
            "stock of a province = value + own z - common z[widest] + share (nation's distance - sum of the others'); hospitals of known beds have them; employers by their shares",
            "số hiện có của tỉnh = giá trị + z riêng - z chung[khoảng rộng nhất] + tỷ lệ (chênh lệch của cả nước - tổng của các tỉnh khác); bệnh viện đã biết số giường thì giữ số đó; nơi làm việc chia theo tỷ lệ",
        ),
    ),
    (
        "base.doctor_overcount",
        Said::new(
            "Base year and Workforce: names in the count that do not work",
            "Năm gốc và Nhân lực: người có tên trong thống kê nhưng không làm việc",
        ),
        Said::new(
            "working heads = counted heads * (1 - overcount); the names stay in the official ratio and never leave",
            "số người làm việc = số được thống kê * (1 - overcount); các tên đó vẫn nằm trong tỷ lệ chính thức và không bao giờ rời đi",
        ),
    ),
    (
        "age.",
        Said::new("Base year: ages of staff", "Năm gốc: độ tuổi của nhân lực"),
        Said::new(
            "share of band b = base share[b] * exp(tilt * bands above 40) / sum",
            "tỷ lệ của nhóm tuổi b = tỷ lệ gốc[b] * exp(tilt * số nhóm trên 40 tuổi) / tổng",
        ),
    ),
    (
        "train.grad_coverage",
        Said::new(
            "Training: graduates of the base year",
            "Đào tạo: số tốt nghiệp của năm gốc",
        ),
        Said::new(
            "real graduates = reported graduates * coverage",
            "số tốt nghiệp thực = số tốt nghiệp báo cáo * coverage",
        ),
    ),
    (
        "train.grad_noise",
        Said::new("Training: finishing late", "Đào tạo: tốt nghiệp muộn"),
        Said::new(
            "share late[t] = late_share + grad_noise / sqrt(2) * normal score, between 0 and 0.5",
            "tỷ lệ muộn[t] = late_share + grad_noise / sqrt(2) * điểm z, trong khoảng từ 0 đến 0.5",
        ),
    ),
    (
        "train.enrolled_growth",
        Said::new(
            "Training: students enrolled before the base year ends",
            "Đào tạo: sinh viên nhập học trước khi năm gốc kết thúc",
        ),
        Said::new(
            "class of study year k at base = base class * (1 + enrolled_growth) ^ years, so that the graduates of the base year are the published ones",
            "khóa đang học năm thứ k tại năm gốc = khóa gốc * (1 + enrolled_growth) ^ số năm, sao cho số tốt nghiệp của năm gốc đúng bằng số công bố",
        ),
    ),
    (
        "train.completion",
        Said::new("Training: drop-outs", "Đào tạo: thôi học"),
        Said::new(
            "each study year a binomial share 1 - completion ^ (1 / years of study) drops out",
            "mỗi năm học, một tỷ lệ nhị thức 1 - completion ^ (1 / số năm học) thôi học",
        ),
    ),
    (
        "train.capacity",
        Said::new("Training: teaching capacity", "Đào tạo: năng lực đào tạo"),
        Said::new(
            "intake[t] = min(base intake * (1 + intake_growth) ^ years + paid places, base intake * capacity + paid places)",
            "tuyển sinh[t] = min(tuyển sinh gốc * (1 + intake_growth) ^ số năm + chỗ đào tạo được cấp vốn, tuyển sinh gốc * capacity + chỗ đào tạo được cấp vốn)",
        ),
    ),
    (
        "train.late_share",
        Said::new("Training: finishing late", "Đào tạo: tốt nghiệp muộn"),
        Said::new(
            "graduates[t] = finished * (1 - late share) + late of t - 1",
            "tốt nghiệp[t] = số học xong * (1 - tỷ lệ muộn) + số muộn của t - 1",
        ),
    ),
    (
        "train.",
        Said::new(
            "Training: intake and graduates of each programme",
            "Đào tạo: tuyển sinh và tốt nghiệp của từng ngành",
        ),
        Said::new(
            "intake[t] = min(base intake * (1 + intake_growth) ^ years + paid places, base intake * capacity + paid places)",
            "tuyển sinh[t] = min(tuyển sinh gốc * (1 + intake_growth) ^ số năm + chỗ đào tạo được cấp vốn, tuyển sinh gốc * capacity + chỗ đào tạo được cấp vốn)",
        ),
    ),
    (
        "exam.",
        Said::new(
            "Training: the licensing exam, a year after graduation",
            "Đào tạo: kiểm tra đánh giá năng lực hành nghề, một năm sau tốt nghiệp",
        ),
        Said::new(
            "licensed[t] = binomial(graduates of t - 1, pass) + binomial(failed of t - 1, retry); who fails twice is lost; all pass until the exam begins (occupations.csv, or a year later)",
            "được cấp giấy phép[t] = binomial(tốt nghiệp của t - 1, pass) + binomial(không đạt của t - 1, retry); hai lần không đạt thì không còn tính; tất cả đều đạt cho đến khi bắt đầu kiểm tra (occupations.csv, hoặc muộn hơn một năm)",
        ),
    ),
    (
        "entry.wait_leave",
        Said::new(
            "Training: the pool that waits",
            "Đào tạo: số người chờ bố trí việc làm",
        ),
        Said::new(
            "waiting[t] = waiting * (1 - wait_leave) + licensed * entry",
            "số chờ[t] = số chờ * (1 - wait_leave) + được cấp giấy phép * entry",
        ),
    ),
    (
        "entry.waiting_at_base",
        Said::new(
            "Base year: the pool that waits",
            "Năm gốc: số người chờ bố trí việc làm",
        ),
        Said::new(
            "waiting[base] = waiting_at_base * graduates of the base year",
            "số chờ[năm gốc] = waiting_at_base * số tốt nghiệp của năm gốc",
        ),
    ),
    (
        "entry.",
        Said::new(
            "Training: who looks for a counted post",
            "Đào tạo: người tìm vị trí việc làm được thống kê",
        ),
        Said::new(
            "waiting[t] = waiting * (1 - wait_leave) + licensed * entry",
            "số chờ[t] = số chờ * (1 - wait_leave) + được cấp giấy phép * entry",
        ),
    ),
    (
        "ret.",
        Said::new(
            "Workforce: retirement by five-year band",
            "Nhân lực: nghỉ hưu theo nhóm 5 tuổi",
        ),
        Said::new(
            "retire in 55-59: (1 - o) w (1 - d_w) / n55, in 60-64: (1 - o) m (1 - d_m) / n60, in 65-69: exit_65; m men, w women, o working on, d the rise of the retirement age",
            "nghỉ hưu ở 55-59: (1 - o) w (1 - d_w) / n55, ở 60-64: (1 - o) m (1 - d_m) / n60, ở 65-69: exit_65; m nam, w nữ, o tiếp tục làm việc, d mức tăng tuổi nghỉ hưu",
        ),
    ),
    (
        "exit.death_mult",
        Said::new("Workforce: deaths", "Nhân lực: từ trần"),
        Said::new(
            "deaths = staff * table of the band * death_mult",
            "từ trần = nhân lực * tỷ lệ trong bảng của nhóm tuổi * death_mult",
        ),
    ),
    (
        "exit.shock",
        Said::new(
            "Workforce: good and bad years for staying",
            "Nhân lực: năm thuận lợi và năm khó giữ người",
        ),
        Said::new(
            "leaving rate[t] = rate * exp(e[t]), e with standard deviation shock_sd and autocorrelation shock_ar",
            "tỷ lệ nghỉ[t] = tỷ lệ * exp(e[t]), e có độ lệch chuẩn shock_sd và tự tương quan shock_ar",
        ),
    ),
    (
        "exit.burnout",
        Said::new(
            "Workforce: crowded hospitals lose more staff",
            "Nhân lực: bệnh viện quá tải mất nhiều người hơn",
        ),
        Said::new(
            "resignation rate * (1 + burnout * 10 * max(occupancy - 1, 0))",
            "tỷ lệ thôi việc * (1 + burnout * 10 * max(công suất giường - 1, 0))",
        ),
    ),
    (
        "exit.emigrate",
        Said::new("Workforce: emigration", "Nhân lực: ra nước ngoài"),
        Said::new(
            "a number a year, spread over staff under 40",
            "một số người mỗi năm, chia cho nhân lực dưới 40 tuổi",
        ),
    ),
    (
        "exit.to_private",
        Said::new(
            "Workforce: moves to private practice",
            "Nhân lực: chuyển sang khu vực tư nhân",
        ),
        Said::new(
            "moves = to_private * resignations, as far as private posts are open",
            "số chuyển = to_private * số thôi việc, trong phạm vi vị trí tư nhân còn trống",
        ),
    ),
    (
        "exit.",
        Said::new("Workforce: resignations", "Nhân lực: thôi việc"),
        Said::new(
            "leavers = staff under 60 * quit * shock * pay policy * burn-out; one joint probability with death, retirement and emigration",
            "số rời đi = nhân lực dưới 60 tuổi * quit * cú sốc * giải pháp về thu nhập * kiệt sức; một xác suất chung với từ trần, nghỉ hưu và ra nước ngoài",
        ),
    ),
    (
        "post.vacancy",
        Said::new("Base year: posts", "Năm gốc: vị trí việc làm"),
        Said::new(
            "posts[base] = staff[base] * (1 + vacancy)",
            "vị trí[năm gốc] = nhân lực[năm gốc] * (1 + vacancy)",
        ),
    ),
    (
        "post.payroll_growth",
        Said::new(
            "Placement: public posts",
            "Bố trí việc làm: vị trí công lập",
        ),
        Said::new(
            "posts[t] = posts[t-1] * (1 + payroll_growth) + norm_bed * net new beds",
            "vị trí[t] = vị trí[t-1] * (1 + payroll_growth) + norm_bed * giường mới tăng thêm thực",
        ),
    ),
    (
        "post.norm_",
        Said::new(
            "Placement: posts that come with beds",
            "Bố trí việc làm: vị trí đi kèm giường bệnh",
        ),
        Said::new(
            "posts[t] = posts[t-1] * (1 + payroll_growth) + norm_bed * net new beds",
            "vị trí[t] = vị trí[t-1] * (1 + payroll_growth) + norm_bed * giường mới tăng thêm thực",
        ),
    ),
    (
        "post.clinic_growth",
        Said::new(
            "Placement: private posts",
            "Bố trí việc làm: vị trí tư nhân",
        ),
        Said::new(
            "posts[t] = posts[t-1] * (1 + clinic_growth) + private_bed * net new private beds",
            "vị trí[t] = vị trí[t-1] * (1 + clinic_growth) + private_bed * giường tư nhân mới tăng thêm thực",
        ),
    ),
    (
        "post.private_",
        Said::new(
            "Placement: private posts",
            "Bố trí việc làm: vị trí tư nhân",
        ),
        Said::new(
            "posts[t] = posts[t-1] * (1 + clinic_growth) + private_bed * net new private beds",
            "vị trí[t] = vị trí[t-1] * (1 + clinic_growth) + private_bed * giường tư nhân mới tăng thêm thực",
        ),
    ),
    (
        "post.commune_funded",
        Said::new(
            "Placement: posts at stations",
            "Bố trí việc làm: vị trí tại trạm y tế xã",
        ),
        Said::new(
            "posts[t] = max(posts[t-1], staff[base] * (1 + vacancy) + funded * max(standard * stations - staff[base], 0) * min(years, 5) / 5)",
            "vị trí[t] = max(vị trí[t-1], nhân lực[năm gốc] * (1 + vacancy) + funded * max(standard * số trạm - nhân lực[năm gốc], 0) * min(số năm, 5) / 5)",
        ),
    ),
    (
        "post.commune_standard",
        Said::new(
            "Placement: posts at stations",
            "Bố trí việc làm: vị trí tại trạm y tế xã",
        ),
        Said::new(
            "posts[t] = max(posts[t-1], staff[base] * (1 + vacancy) + funded * max(standard * stations - staff[base], 0) * min(years, 5) / 5)",
            "vị trí[t] = max(vị trí[t-1], nhân lực[năm gốc] * (1 + vacancy) + funded * max(standard * số trạm - nhân lực[năm gốc], 0) * min(số năm, 5) / 5)",
        ),
    ),
    (
        "post.",
        Said::new(
            "Placement: who fills which post",
            "Bố trí việc làm: ai vào vị trí nào",
        ),
        Said::new(
            "placed = match * min(waiting, open posts), in proportion to open posts * appeal * income index ^ income_elasticity * exp(e), e with allocation_sd and allocation_ar; never above the open posts",
            "số được bố trí = match * min(số chờ, vị trí trống), tỷ lệ với vị trí trống * appeal * chỉ số thu nhập ^ income_elasticity * exp(e), e theo allocation_sd và allocation_ar; không bao giờ vượt số vị trí trống",
        ),
    ),
    (
        "post.private_appeal",
        Said::new(
            "Placement: who fills which post",
            "Bố trí việc làm: ai vào vị trí nào",
        ),
        Said::new(
            "placed in proportion to open posts * appeal * income index ^ income_elasticity * exp(e)",
            "bố trí tỷ lệ với vị trí trống * appeal * chỉ số thu nhập ^ income_elasticity * exp(e)",
        ),
    ),
    (
        "commune.",
        Said::new(
            "Care: doctors spread over the stations of a province",
            "Khám chữa bệnh: phân bố bác sĩ giữa các trạm trong tỉnh",
        ),
        Said::new(
            "weight of a station = lognormal quantile with sd sigma * (1 - fill_gap * progress to the standard)",
            "trọng số của trạm = phân vị log-chuẩn với sd sigma * (1 - fill_gap * mức tiến đến chuẩn)",
        ),
    ),
    (
        "capex.unit_",
        Said::new("Construction: what money buys", "Xây dựng: vốn mua được gì"),
        Said::new(
            "beds bought = money * share for beds / (unit cost * overrun)",
            "số giường mua được = vốn * tỷ lệ dành cho giường / (đơn giá * overrun)",
        ),
    ),
    (
        "capex.overrun",
        Said::new("Construction: what money buys", "Xây dựng: vốn mua được gì"),
        Said::new(
            "beds bought = money * share for beds / (unit cost * overrun)",
            "số giường mua được = vốn * tỷ lệ dành cho giường / (đơn giá * overrun)",
        ),
    ),
    (
        "capex.bed_share",
        Said::new("Construction: what money buys", "Xây dựng: vốn mua được gì"),
        Said::new(
            "beds bought = money * bed_share / (unit cost * overrun)",
            "số giường mua được = vốn * bed_share / (đơn giá * overrun)",
        ),
    ),
    (
        "capex.build_lag",
        Said::new(
            "Construction: from money to beds",
            "Xây dựng: từ vốn đến giường bệnh",
        ),
        Said::new(
            "beds opening in t = sum over k of lag[k] * beds bought in t - k",
            "giường đưa vào hoạt động năm t = tổng theo k của lag[k] * giường mua được năm t - k",
        ),
    ),
    (
        "capex.disburse",
        Said::new(
            "Finance: money really spent",
            "Tài chính: vốn thực giải ngân",
        ),
        Said::new(
            "spent = d * (plan + carried in); d Beta around its mean with concentration conc",
            "giải ngân = d * (kế hoạch + vốn chuyển nguồn sang); d phân phối Beta quanh trung bình với độ tập trung conc",
        ),
    ),
    (
        "capex.carry_share",
        Said::new("Finance: money not spent", "Tài chính: vốn chưa giải ngân"),
        Said::new(
            "carried out = carry_share * unspent part of the plan; the rest lapses",
            "chuyển nguồn sang năm sau = carry_share * phần kế hoạch chưa giải ngân; phần còn lại bị hủy dự toán",
        ),
    ),
    (
        "capex.absorb_multiple",
        Said::new(
            "Finance: beds a province can begin",
            "Tài chính: số giường một tỉnh có thể khởi công",
        ),
        Said::new(
            "begun in t = min(beds bought, max(absorb_multiple * the most that could be begun or was opened by private owners and named projects in one of t - 5 to t - 1, project_size)); money over it lapses",
            "khởi công năm t = min(giường mua được, max(absorb_multiple * mức cao nhất mà một trong các năm t - 5 đến t - 1 có thể khởi công hoặc đã được tư nhân và dự án có tên đưa vào hoạt động, project_size)); vốn vượt quá bị hủy dự toán",
        ),
    ),
    (
        "capex.absorb_occupancy",
        Said::new(
            "Finance: no bed where beds stand empty",
            "Tài chính: không thêm giường nơi giường còn trống",
        ),
        Said::new(
            "begun in t <= bed-days of t - 1 / (365 * absorb_occupancy) - beds that stand or are on order; money over it lapses",
            "khởi công năm t <= ngày điều trị nội trú của t - 1 / (365 * absorb_occupancy) - giường hiện có hoặc đang đầu tư; vốn vượt quá bị hủy dự toán",
        ),
    ),
    (
        "capex.replace_share",
        Said::new(
            "Construction: new beds for old",
            "Xây dựng: giường mới thay giường cũ",
        ),
        Said::new(
            "net new beds = opened * (1 - replace_share)",
            "giường mới tăng thêm thực = giường đưa vào hoạt động * (1 - replace_share)",
        ),
    ),
    (
        "capex.converge",
        Said::new(
            "Finance: money between provinces",
            "Tài chính: phân bổ vốn giữa các tỉnh",
        ),
        Said::new(
            "share of a province = people * (national / own bed density) ^ converge * exp(e), normalised",
            "phần của tỉnh = dân số * (mật độ giường cả nước / của tỉnh) ^ converge * exp(e), chuẩn hóa để tổng bằng 1",
        ),
    ),
    (
        "capex.allocation",
        Said::new(
            "Finance: money between provinces",
            "Tài chính: phân bổ vốn giữa các tỉnh",
        ),
        Said::new(
            "share of a province = people * (national / own bed density) ^ converge * exp(e), e with allocation_sd and allocation_ar",
            "phần của tỉnh = dân số * (mật độ giường cả nước / của tỉnh) ^ converge * exp(e), e theo allocation_sd và allocation_ar",
        ),
    ),
    (
        "capex.project_size",
        Said::new("Construction: lumps", "Xây dựng: quy mô từng đợt"),
        Said::new(
            "beds bought go to the most crowded facilities in lumps of about project_size",
            "giường mua được dành cho các cơ sở quá tải nhất, từng đợt khoảng project_size",
        ),
    ),
    (
        "capex.provincial_level_share",
        Said::new(
            "Finance: levels of the province",
            "Tài chính: các cấp của tỉnh",
        ),
        Said::new(
            "provincial level = share * money for beds; the regional level takes the rest",
            "cấp tỉnh = share * vốn dành cho giường; cấp khu vực nhận phần còn lại",
        ),
    ),
    (
        "capex.",
        Said::new(
            "Finance: ordinary health capital",
            "Tài chính: vốn đầu tư công y tế ngoài chương trình",
        ),
        Said::new(
            "plan[t] = capital of the base year * (1 + growth) ^ years",
            "kế hoạch[t] = vốn của năm gốc * (1 + growth) ^ số năm",
        ),
    ),
    (
        "bed.fitout",
        Said::new(
            "Construction: beds fitted out from hospital revenue",
            "Xây dựng: giường thực kê tăng thêm từ nguồn thu bệnh viện",
        ),
        Said::new(
            "beds = fitout_rate * public beds * clip(occupancy / 0.9, 0.5, 1.3) ^ 2",
            "giường = fitout_rate * giường công lập * clip(công suất giường / 0.9, 0.5, 1.3) ^ 2",
        ),
    ),
    (
        "bed.",
        Said::new(
            "Construction: public beds that close or leave the count",
            "Xây dựng: giường công lập ngừng sử dụng hoặc ra khỏi thống kê",
        ),
        Said::new(
            "closed = retire_rate * public beds; reclassified beds pass to stations in equal parts over the first years",
            "ngừng sử dụng = retire_rate * giường công lập; giường phân loại lại chuyển về trạm y tế xã, chia đều cho các năm đầu",
        ),
    ),
    (
        "pipe.counted_at_base",
        Said::new(
            "Base year: projects opened in the base year",
            "Năm gốc: dự án đưa vào hoạt động trong năm gốc",
        ),
        Said::new(
            "beds still to open = beds * (1 - counted_at_base)",
            "giường còn chưa hoạt động = giường * (1 - counted_at_base)",
        ),
    ),
    (
        "pipe.cancel",
        Said::new(
            "Construction: planned projects",
            "Xây dựng: dự án đã có kế hoạch",
        ),
        Said::new(
            "each planned project is cancelled with this probability",
            "mỗi dự án đã có kế hoạch bị hủy với xác suất này",
        ),
    ),
    (
        "pipe.remaining_building",
        Said::new(
            "Finance: what begun projects still cost",
            "Tài chính: chi phí còn lại của dự án đã khởi công",
        ),
        Said::new(
            "money still due = cost * remaining, taken from ordinary capital first",
            "vốn còn phải trả = tổng mức đầu tư * remaining, lấy trước từ vốn đầu tư công ngoài chương trình",
        ),
    ),
    (
        "pipe.",
        Said::new("Construction: named projects", "Xây dựng: dự án đã có tên"),
        Said::new(
            "yearly chance of opening from the planned year (one later if not begun): 1 / (1 + delay); what opened in the base year opens its rest by opened_rest",
            "xác suất hằng năm đưa vào hoạt động kể từ năm dự kiến (muộn một năm nếu chưa khởi công): 1 / (1 + delay); dự án hoạt động trong năm gốc mở nốt phần còn lại theo opened_rest",
        ),
    ),
    (
        "priv.",
        Said::new(
            "Construction: private hospitals",
            "Xây dựng: bệnh viện tư nhân",
        ),
        Said::new(
            "openings ~ Poisson(openings * (1 + openings_growth) ^ years), size lognormal with mean size and squared variation size_cv2; standing beds * (1 + expansion - closure); unit cost a bed",
            "số mở mới ~ Poisson(openings * (1 + openings_growth) ^ số năm), quy mô log-chuẩn với trung bình size và bình phương hệ số biến thiên size_cv2; giường hiện có * (1 + expansion - closure); đơn giá mỗi giường",
        ),
    ),
    (
        "priv.brake",
        Said::new(
            "Finance: policies that draw private owners in",
            "Tài chính: giải pháp thu hút tư nhân",
        ),
        Said::new(
            "beds that come = beds asked for / (1 + brake * e), e = beds asked for / beds that open anyway there",
            "giường đến = giường kêu gọi / (1 + brake * e), e = giường kêu gọi / giường vốn sẽ tự mở tại đó",
        ),
    ),
    (
        "ntp.",
        Said::new(
            "Finance: the National Target Programme",
            "Tài chính: Chương trình mục tiêu quốc gia",
        ),
        Said::new(
            "plan[t] = total / years of the policy; beds = spent * bed_share / (unit cost * overrun)",
            "kế hoạch[t] = tổng vốn / số năm của giải pháp; giường = giải ngân * bed_share / (đơn giá * overrun)",
        ),
    ),
    (
        "care.occ_",
        Said::new(
            "Care: bed-days of the base year",
            "Khám chữa bệnh: ngày điều trị nội trú của năm gốc",
        ),
        Said::new(
            "bed-days = beds * occupancy * 365 * clip((own / national bed density) ^ -(1 - density_elasticity), 0.5, 1.35)",
            "ngày điều trị = giường * công suất * 365 * clip((mật độ giường của tỉnh / cả nước) ^ -(1 - density_elasticity), 0.5, 1.35)",
        ),
    ),
    (
        "care.density_elasticity",
        Said::new(
            "Care: bed-days of the base year",
            "Khám chữa bệnh: ngày điều trị nội trú của năm gốc",
        ),
        Said::new(
            "bed-days = beds * occupancy * 365 * clip((own / national bed density) ^ -(1 - density_elasticity), 0.5, 1.35)",
            "ngày điều trị = giường * công suất * 365 * clip((mật độ giường của tỉnh / cả nước) ^ -(1 - density_elasticity), 0.5, 1.35)",
        ),
    ),
    (
        "care.use_",
        Said::new("Care: demand", "Khám chữa bệnh: nhu cầu"),
        Said::new(
            "bed-days[t] = bed-days[base] * people * age index (use_ratio60) * exp(use_growth * years)",
            "ngày điều trị[t] = ngày điều trị[năm gốc] * dân số * chỉ số tuổi (use_ratio60) * exp(use_growth * số năm)",
        ),
    ),
    (
        "care.referral_crowding",
        Said::new("Care: overflow", "Khám chữa bệnh: quá tải tuyến trên"),
        Said::new(
            "referrals * (Central occupancy / its base) ^ -referral_crowding; the difference stays in the province",
            "chuyển tuyến * (công suất tuyến trung ương / mức năm gốc) ^ -referral_crowding; phần chênh lệch ở lại tỉnh",
        ),
    ),
    (
        "care.",
        Said::new(
            "Care: who travels where",
            "Khám chữa bệnh: người bệnh đi đâu điều trị",
        ),
        Said::new(
            "pull of a host = Central beds / max(distance, distance_floor_km); distance from coordinates, else tiles * tile_km",
            "sức hút của nơi tiếp nhận = giường tuyến trung ương / max(khoảng cách, distance_floor_km); khoảng cách theo tọa độ, nếu không có thì số ô * tile_km",
        ),
    ),
    (
        "gate.",
        Said::new(
            "Care: beds without staff stay shut (only with staffing_gate: true)",
            "Khám chữa bệnh: giường thiếu nhân lực không hoạt động (chỉ khi staffing_gate: true)",
        ),
        Said::new(
            "operating beds = min(built, staff / (stretch * own staff per bed of the base year))",
            "giường đủ nhân lực vận hành = min(giường thực kê, nhân lực / (stretch * nhân lực trên giường của chính nơi đó trong năm gốc))",
        ),
    ),
    (
        "sat.cost_link",
        Said::new("Policy: satellite links", "Giải pháp: bệnh viện vệ tinh"),
        Said::new(
            "cost = cost_link a link and year while the policy acts",
            "chi phí = cost_link mỗi cặp, mỗi năm khi giải pháp có tác dụng",
        ),
    ),
    (
        "sat.work",
        Said::new(
            "Care: work a satellite gains",
            "Khám chữa bệnh: phần việc bệnh viện vệ tinh nhận thêm",
        ),
        Said::new(
            "bed-days at home + work * bed-days of referral avoided",
            "ngày điều trị tại tỉnh + work * ngày điều trị của người bệnh không phải chuyển tuyến",
        ),
    ),
    (
        "sat.",
        Said::new("Policy: satellite links", "Giải pháp: bệnh viện vệ tinh"),
        Said::new(
            "referrals of the specialty and province * (1 - effect * coverage * min(1, years / lag))",
            "chuyển tuyến theo chuyên khoa và tỉnh * (1 - effect * coverage * min(1, số năm / lag))",
        ),
    ),
    (
        "transfer.delay_mean",
        Said::new("Policy: handovers", "Giải pháp: chuyển giao bệnh viện"),
        Said::new(
            "yearly chance of agreement from the planned year on: 1 / (1 + delay_mean)",
            "xác suất hằng năm các bên thống nhất, kể từ năm dự kiến: 1 / (1 + delay_mean)",
        ),
    ),
    (
        "transfer.",
        Said::new("Policy: handovers", "Giải pháp: chuyển giao bệnh viện"),
        Said::new(
            "in the year of the change a share of staff (staff_loss) and of service (service_loss) is lost; service returns over integration_years; subsidy and cost per bed follow the hospital",
            "trong năm chuyển giao mất một phần nhân lực (staff_loss) và dịch vụ (service_loss); dịch vụ phục hồi trong integration_years năm; hỗ trợ ngân sách và chi phí mỗi giường đi theo bệnh viện",
        ),
    ),
    (
        "allow.",
        Said::new(
            "Workforce and Placement: the allowance of commune staff in force from the first year",
            "Nhân lực và Bố trí việc làm: phụ cấp của nhân lực trạm y tế xã, có hiệu lực từ năm đầu",
        ),
        Said::new(
            "resignation rate of station staff * (1 + quit_effect * points / 10); commune appeal * (1 + attract)",
            "tỷ lệ thôi việc của nhân lực trạm * (1 + quit_effect * points / 10); sức hút của trạm y tế xã * (1 + attract)",
        ),
    ),
    (
        "allow.saturation",
        Said::new(
            "Policy: allowances of policies; unused without one",
            "Giải pháp: phụ cấp theo các giải pháp; không dùng nếu không có giải pháp nào",
        ),
        Said::new(
            "worth of x points of pay = saturation * (1 - exp(-x / saturation)), counted from the allowances in force on",
            "giá trị của x điểm phần trăm lương = saturation * (1 - exp(-x / saturation)), tính từ mức phụ cấp hiện hành trở lên",
        ),
    ),
    (
        "allow.starting_weight",
        Said::new(
            "Policy: starting pay; unused without one",
            "Giải pháp: lương khởi điểm; không dùng nếu không có giải pháp nào",
        ),
        Said::new(
            "points that draw entrants = points + weight * 100 * starting_pay",
            "số điểm phần trăm lương thu hút người mới = points + weight * 100 * starting_pay",
        ),
    ),
    (
        "rotation.",
        Said::new(
            "Policy: doctors lent to stations; unused without one",
            "Giải pháp: bác sĩ luân phiên về trạm y tế xã; không dùng nếu không có giải pháp nào",
        ),
        Said::new(
            "person-years at stations = lent * fte (or months / 12); stayed = binomial(lent, stay); cost on top = pay * extra_pay * person-years",
            "số người-năm tại trạm = số luân phiên * fte (hoặc số tháng / 12); số ở lại = binomial(số luân phiên, stay); chi phí thêm = lương * extra_pay * số người-năm",
        ),
    ),
    (
        "bond.",
        Said::new(
            "Policy: scholarships bound to stations; unused without one",
            "Giải pháp: học bổng đào tạo theo địa chỉ cho trạm y tế xã; không dùng nếu không có giải pháp nào",
        ),
        Said::new(
            "come to stations = binomial(licensed of those bound, fulfil); the others look for a post like anybody",
            "số về trạm = binomial(số được cấp giấy phép trong diện cam kết, fulfil); những người khác tìm việc như mọi người",
        ),
    ),
    (
        "cost.inflation",
        Said::new(
            "Measure: nominal costs; enters nothing else",
            "Đo lường: chi phí theo giá hiện hành; không dùng ở phần nào khác",
        ),
        Said::new(
            "nominal = constant * (1 + inflation) ^ years",
            "giá hiện hành = giá so sánh * (1 + inflation) ^ số năm",
        ),
    ),
    (
        "cost.discount",
        Said::new(
            "Measure: discounted costs; enters nothing else",
            "Đo lường: chi phí đã chiết khấu; không dùng ở phần nào khác",
        ),
        Said::new(
            "present value = sum of constant / (1 + discount) ^ years",
            "giá trị hiện tại = tổng của giá so sánh / (1 + discount) ^ số năm",
        ),
    ),
    (
        "life.building",
        Said::new(
            "Measure: residual value of what policies build; enters nothing else",
            "Đo lường: giá trị còn lại của công trình do các giải pháp xây dựng; không dùng ở phần nào khác",
        ),
        Said::new(
            "residual = sum of constant * max(0, 1 - years since it opened / life), of what is not open yet all of it",
            "giá trị còn lại = tổng của giá so sánh * max(0, 1 - số năm từ khi hoạt động / life), công trình chưa hoạt động thì tính toàn bộ",
        ),
    ),
    (
        "life.equipment",
        Said::new(
            "Measure: residual value of equipment that policies buy; enters nothing else",
            "Đo lường: giá trị còn lại của trang thiết bị do các giải pháp mua sắm; không dùng ở phần nào khác",
        ),
        Said::new(
            "residual = sum of constant * max(0, 1 - years since it was bought / life)",
            "giá trị còn lại = tổng của giá so sánh * max(0, 1 - số năm từ khi mua / life)",
        ),
    ),
    (
        "cost.station",
        Said::new(
            "Finance: stations rebuilt",
            "Tài chính: trạm y tế xã được xây dựng lại",
        ),
        Said::new(
            "stations rebuilt = money for stations / cost of one, never more than are left",
            "số trạm xây dựng lại = vốn cho trạm / chi phí một trạm, không vượt quá số trạm còn lại",
        ),
    ),
    (
        "station.years",
        Said::new(
            "Finance: works at commune stations",
            "Tài chính: thi công tại trạm y tế xã",
        ),
        Said::new(
            "ready = sum over years s of begun[s] * clip(t - s + 1 - years, 0, 1)",
            "hoàn thành = tổng theo các năm s của khởi công[s] * clip(t - s + 1 - years, 0, 1)",
        ),
    ),
    (
        "station.appeal",
        Said::new(
            "Placement: who fills which post",
            "Bố trí việc làm: ai vào vị trí nào",
        ),
        Said::new(
            "commune appeal of a province * (1 + appeal * stations brought to standard / stations)",
            "sức hút của trạm y tế xã trong tỉnh * (1 + appeal * số trạm được đưa lên đạt chuẩn / số trạm)",
        ),
    ),
    (
        "shock.storm_",
        Said::new(
            "Draw: a stress test, off unless a scenario switches it on; acts on Finance and Care",
            "Lấy ngẫu nhiên: phép thử sức chịu đựng, chỉ có khi kịch bản bật; tác động đến Tài chính và Khám chữa bệnh",
        ),
        Said::new(
            "with the yearly chance, or in the given year, each province is hit with chance storm_provinces, or those are that the scenario names; there usable beds * (1 - storm_beds), bed-days needed * (1 + storm_demand), bed money * (1 - storm_diverted) for the year",
            "với xác suất hằng năm, hoặc trong năm đã cho, mỗi tỉnh bị ảnh hưởng với xác suất storm_provinces, hoặc đúng các tỉnh kịch bản nêu; tại đó trong năm: giường sử dụng được * (1 - storm_beds), ngày điều trị cần thiết * (1 + storm_demand), vốn cho giường * (1 - storm_diverted)",
        ),
    ),
    (
        "shock.epidemic_",
        Said::new(
            "Draw: a stress test, off unless a scenario switches it on; acts on Finance and Care",
            "Lấy ngẫu nhiên: phép thử sức chịu đựng, chỉ có khi kịch bản bật; tác động đến Tài chính và Khám chữa bệnh",
        ),
        Said::new(
            "with the yearly chance, or in the given year, everywhere: usable beds * (1 - epidemic_beds), bed-days needed * (1 + epidemic_demand), public bed money * (1 - epidemic_diverted) for the year",
            "với xác suất hằng năm, hoặc trong năm đã cho, ở mọi nơi trong năm: giường sử dụng được * (1 - epidemic_beds), ngày điều trị cần thiết * (1 + epidemic_demand), vốn nhà nước cho giường * (1 - epidemic_diverted)",
        ),
    ),
    (
        "shock.freeze_",
        Said::new(
            "Draw: a stress test, off unless a scenario switches it on; acts on Finance",
            "Lấy ngẫu nhiên: phép thử sức chịu đựng, chỉ có khi kịch bản bật; tác động đến Tài chính",
        ),
        Said::new(
            "with the yearly chance, or in the given year: disbursed share of public money * freeze_disbursed",
            "với xác suất hằng năm, hoặc trong năm đã cho: tỷ lệ giải ngân vốn nhà nước * freeze_disbursed",
        ),
    ),
    (
        "shock.exit_",
        Said::new(
            "Draw: a stress test, off unless a scenario switches it on; acts on Workforce",
            "Lấy ngẫu nhiên: phép thử sức chịu đựng, chỉ có khi kịch bản bật; tác động đến Nhân lực",
        ),
        Said::new(
            "with the yearly chance, or in the given year, a wave begins: resignation rate of public staff * exit_quits for exit_years years",
            "với xác suất hằng năm, hoặc trong năm đã cho, bắt đầu làn sóng nghỉ việc: tỷ lệ thôi việc của nhân lực công lập * exit_quits trong exit_years năm",
        ),
    ),
    (
        "visits.share_",
        Said::new(
            "Base year: visits by place",
            "Năm gốc: lượt khám theo tuyến",
        ),
        Said::new(
            "visits of a place = outpatient * its share / sum of the shares of places that have staff",
            "lượt khám của một tuyến = outpatient * tỷ trọng của tuyến / tổng tỷ trọng các tuyến có nhân lực",
        ),
    ),
    (
        "visits.station_drift",
        Said::new("Care: visits", "Khám chữa bệnh: lượt khám"),
        Said::new(
            "visits asked for at stations * exp(station_drift * years); who leaves them asks the regional level",
            "nhu cầu khám tại trạm y tế xã * exp(station_drift * số năm); người không đến trạm chuyển sang tuyến khu vực",
        ),
    ),
    (
        "visits.stretch",
        Said::new("Care: visits", "Khám chữa bệnh: lượt khám"),
        Said::new(
            "room = workers * visits of a worker in the base year * stretch",
            "khả năng đáp ứng = số nhân lực * số lượt một người khám trong năm gốc * stretch",
        ),
    ),
    (
        "visits.",
        Said::new(
            "Base year: visits and stays",
            "Năm gốc: lượt khám và lượt điều trị",
        ),
        Said::new(
            "days of a stay = (local bed-days + Central bed-days / central_longer) / stays; visits of places add to outpatient",
            "số ngày một lượt điều trị = (ngày điều trị tại tỉnh + ngày điều trị tuyến trung ương / central_longer) / stays; lượt khám các tuyến cộng lại bằng outpatient",
        ),
    ),
    (
        "fund.cost_growth",
        Said::new("Care: who pays", "Khám chữa bệnh: nguồn chi"),
        Said::new(
            "cost of care = spending of the base year * care * exp(cost_growth * years)",
            "chi phí = chi của năm gốc * khối lượng * exp(cost_growth * số năm)",
        ),
    ),
    (
        "fund.",
        Said::new(
            "Base year and Care: who pays",
            "Năm gốc và Khám chữa bệnh: nguồn chi",
        ),
        Said::new(
            "all spending = paid / spending_share, of it household_share by households; income = paid * income_share * people / base people * exp(income_growth * years) * rate / that of the base; reserve = last year's + income - payments",
            "tổng chi = paid / spending_share, trong đó household_share do hộ gia đình chi; số thu = paid * income_share * dân số / dân số năm gốc * exp(income_growth * số năm) * mức đóng / mức đóng năm gốc; kết dư = kết dư năm trước + số thu - số chi",
        ),
    ),
    (
        "fee.",
        Said::new("Policy: fee exemption", "Giải pháp: miễn viện phí"),
        Said::new(
            "co-payments = copay_part * what households pay; use * (1 + elasticity * copay_part * share taken over)",
            "phần cùng chi trả = copay_part * chi tiền túi của hộ gia đình; mức sử dụng * (1 + elasticity * copay_part * tỷ lệ chi trả thay)",
        ),
    ),
    (
        "check.",
        Said::new("Policy: check-ups", "Giải pháp: khám sức khỏe định kỳ"),
        Said::new(
            "held = min(promised, station workers * station_time * per_worker), as far as the budget goes at cost each; groups by share_pupils, share_workers and people of 60 and over",
            "thực hiện = min(kế hoạch, nhân lực trạm * station_time * per_worker), trong giới hạn kinh phí với chi phí cost; nhóm đối tượng theo share_pupils, share_workers và dân số từ 60 tuổi",
        ),
    ),
    (
        "remote.",
        Said::new("Policy: remote consultation", "Giải pháp: hội chẩn từ xa"),
        Said::new(
            "referrals * (1 - uptake * avoided * share of hospitals with a line); cost = hospitals with a line * cost_line",
            "số chuyển tuyến * (1 - uptake * avoided * tỷ lệ bệnh viện có điểm cầu); chi phí = số bệnh viện có điểm cầu * cost_line",
        ),
    ),
    (
        "services.",
        Said::new(
            "Policy: services at stations",
            "Giải pháp: dịch vụ tại trạm y tế",
        ),
        Said::new(
            "visits asked at stations * (1 + share offered * min(1, doctors per station / doctors) * (rise_chronic + rise_tests)); cost = new stations * cost_chronic or cost_tests + stations * running",
            "nhu cầu khám tại trạm * (1 + tỷ lệ trạm * min(1, số bác sĩ một trạm / doctors) * (rise_chronic + rise_tests)); chi phí = số trạm mới * cost_chronic hoặc cost_tests + số trạm * running",
        ),
    ),
    (
        "family.",
        Said::new(
            "Policy: lists of people",
            "Giải pháp: danh sách quản lý sức khỏe",
        ),
        Said::new(
            "on a list = min(promised, station doctors * list); visits that move = moved * share on a list * visits asked at hospitals; cost = on a list * cost",
            "trong danh sách = min(kế hoạch, số bác sĩ trạm * list); lượt khám chuyển về trạm = moved * tỷ lệ trong danh sách * nhu cầu khám tại bệnh viện; chi phí = số người * cost",
        ),
    ),
    (
        "close.",
        Said::new(
            "Policy: hospitals that close or merge",
            "Giải pháp: giải thể, sáp nhập bệnh viện",
        ),
        Said::new(
            "bed-days above full * beds * 365, at most those of the closed hospital, go to other provinces; cost = beds * cost_per_bed",
            "số ngày điều trị vượt full * số giường * 365, nhiều nhất bằng của bệnh viện giải thể, chuyển sang tỉnh, thành phố khác; chi phí = số giường * cost_per_bed",
        ),
    ),
    (
        "cost.training_place",
        Said::new("Policy: teaching places", "Giải pháp: chỗ đào tạo"),
        Said::new(
            "places = money for training_places / cost of one",
            "số chỗ = vốn cho training_places / chi phí một chỗ",
        ),
    ),
    (
        "cost.",
        Said::new("Measure: running costs", "Đo lường: chi thường xuyên"),
        Said::new(
            "cost = bed_year * beds + pay * heads + allowance * pay of those entitled + student_year * students",
            "chi phí = bed_year * số giường + pay * số người + allowance * lương của người được hưởng + student_year * số sinh viên",
        ),
    ),
];

/// The rule an assumption stands in.
pub fn rule(assumption: &str) -> Option<Rule> {
    RULES
        .iter()
        .filter(|(stem, ..)| assumption.starts_with(stem))
        .max_by_key(|(stem, ..)| stem.len())
        .map(|&(_, acts, equation)| Rule { acts, equation })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Base;

    #[test]
    fn every_assumption_has_its_rule_and_every_rule_an_assumption() {
        let base = Base::builtin();
        for a in &base.assumptions.all {
            assert!(rule(&a.id).is_some(), "{} has no rule", a.id);
        }
        for (stem, ..) in RULES {
            let used = base.assumptions.all.iter().any(|a| a.id.starts_with(stem));
            assert!(used, "no assumption begins with {stem}");
        }
    }
}

/**
 * The formulas by which figures are made, as docs/methods.md and the files under domain/statistics/ have
 * them. Signs and numbers alone: the same in every language.
 */
export const FORMULAS = {
  noise: ["round( x(t) + b₀·z(t) + b₁·z(t − 1) + … )", "b₀ = 1,  bₖ = bₖ₋₁ · (2k − 1) / (2k)"],
  fitted: ["min Σ (hⱼ − yⱼ)²,   hⱼ ≥ 0,   Σ hⱼ = Σ yⱼ"],
  mean: [
    "m = Σ j·hⱼ / n",
    "N = n + 1,   S = Σ j·(yⱼ + 1/K),   wⱼ = (hⱼ + 1/K) / N",
    "sd² = (Σ j²·wⱼ − (Σ j·wⱼ)²) / (n + 2)",
    "(S − μN)² ≤ t²·( (N·sd)² + v·Σ (j − μ)² ),   t = t(n − 1; .975)",
  ],
  shares: ["(H − p·n)² ≤ 1.96²·( n·p·(1 − p) + v·(2(1 − p)² + 3p²) )"],
  ranks: ["t = (mₐ − m_b) / √V", "V = sdₐ² + sd_b² + v·Σ ((j − mₐ)/nₐ)² + v·Σ ((j − m_b)/n_b)²"],
  agreement: ["D = 4·Σ Fⱼ·(1 − Fⱼ) / (K − 1),   j < K"],
  gap: ["δ = 2θ − 1"],
  worth: ["f / (1 − f) / ρ²"],
} as const;

/** Who found them. */
export const SOURCES = [
  "Denisov, McMahan, Rush, Smith & Thakurta 2022; Fichtenberger, Henzinger & Upadhyay 2023; Dong, Roth & Su 2022",
  "Fieller 1954; Wilson 1927; Welch 1947; Holm 1979; Mogstad, Romano, Shaikh & Wilhelm 2024",
  "Blair & Lacy 2000; Brunner & Munzel 2000; Feng & Cliff 2004; Benjamini & Hochberg 1995",
  "Diamond et al. 2014; Meng 2018",
] as const;

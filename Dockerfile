# Laurel as a container: built with everything, run with one file, its data and nothing else.
# docker build -t laurel . && docker run --rm -p 3978:3978 --env-file laurel.env laurel

FROM node:22-bookworm-slim AS build
WORKDIR /laurel
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build:deploy

FROM node:22-bookworm-slim
ENV NODE_ENV=production PORT=3978
WORKDIR /laurel
COPY --from=build /laurel/build/deploy ./
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell in between, so that SIGTERM reaches Laurel and the turns under way are finished.
CMD ["node", "--enable-source-maps", "dist/bot/main.js"]
